package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.api.optimizer.Sgd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptimizerJsonTest {

  private static OptimizerSpec read(String json) {
    return OptimizerJson.read(json.replace('\'', '"'), "o.json");
  }

  @Test
  void writesEveryValueInKerasWords() {
    assertEquals("""
        {
          "name": "adam",
          "learning_rate": 0.001,
          "beta_1": 0.9,
          "beta_2": 0.999,
          "epsilon": 1.0E-7
        }
        """, OptimizerJson.write(Adam.defaults()));
    assertEquals("""
        {
          "name": "rmsprop",
          "learning_rate": 0.001,
          "rho": 0.9,
          "momentum": 0.5,
          "epsilon": 1.0E-7,
          "centered": true
        }
        """, OptimizerJson.write(RMSprop.defaults().momentum(0.5).centered(true)));
    assertEquals("""
        {
          "name": "sgd",
          "learning_rate": 0.01,
          "momentum": 0.9,
          "nesterov": true
        }
        """, OptimizerJson.write(Sgd.defaults().momentum(0.9).nesterov(true)));
  }

  @Test
  void readsBackWhatItWrote() {
    for (int seed = 0; seed < 200; seed++) {
      OptimizerSpec optimizer = new Samples(seed).optimizer();
      assertEquals(optimizer, OptimizerJson.read(OptimizerJson.write(optimizer), "an optimizer"));
    }
  }

  @Test
  void leftOutValuesHaveKerasDefaults() {
    assertEquals(Adam.defaults(), read("{'name':'adam'}"));
    assertEquals(RMSprop.defaults(), read("{'name':'rmsprop'}"));
    assertEquals(Sgd.defaults().learningRate(1), read("{'name':'sgd','learning_rate':1}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | the key 'name' is missing; found: no keys",
        "{'name':'adamw'} | name: one of [adam, rmsprop, sgd] is needed, found \"adamw\"",
        "{'name':'adam','beta1':1} | unknown key 'beta1'; allowed: name, learning_rate, beta_1, beta_2, epsilon",
        "{'name':'adam','learning_rate':0} | adam: the learning rate must be greater than 0 and finite, found 0.0",
        "{'name':'adam','learning_rate':'fast'} | learning_rate: a number is needed, found \"fast\"",
        "{'name':'rmsprop','centered':1} | centered: true or false is needed, found 1",
        "{'name':'sgd','nesterov':true} | sgd: Nesterov needs a momentum greater than 0",
      })
  void aBadOptimizerIsRefusedWithItsPlaceAndWhatIsAllowed(String json, String message) {
    String found = Refusals.messageOf(InvalidJsonException.class, () -> read(json));
    assertTrue(found.startsWith("o.json: " + message), found);
  }
}
