package dev.plenum.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plenum.api.optimizer.Adam;
import dev.plenum.api.optimizer.Clipping;
import dev.plenum.api.optimizer.OptimizerSpec;
import dev.plenum.api.optimizer.RMSprop;
import dev.plenum.api.optimizer.Sgd;
import dev.plenum.api.optimizer.UpdateOptions;
import java.util.List;
import java.util.Optional;
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
  void whatIsDoneBesideTheFormulaComesBehindIt() {
    assertEquals(
        """
        {
          "name": "sgd",
          "learning_rate": 0.01,
          "momentum": 0.0,
          "nesterov": false,
          "global_clipnorm": 1.5,
          "weight_decay": 0.004,
          "exclude_from_weight_decay": [ "bias" ],
          "use_ema": true,
          "ema_momentum": 0.9
        }
        """,
        OptimizerJson.write(Sgd.defaults()
            .options(UpdateOptions.NONE
                .clipping(Clipping.Kind.GLOBAL_NORM, 1.5)
                .weightDecay(0.004, "bias")
                .ema(0.9))));
    for (Clipping.Kind kind : Clipping.Kind.values()) {
      OptimizerSpec optimizer =
          Adam.defaults().options(new UpdateOptions(limit(kind), 0, List.of(), Optional.empty()));
      assertEquals(optimizer, OptimizerJson.read(OptimizerJson.write(optimizer), "an optimizer"));
    }
  }

  private static Clipping limit(Clipping.Kind kind) {
    return kind == Clipping.Kind.NONE ? Clipping.NONE : new Clipping(kind, 0.5);
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
    assertEquals(
        Sgd.defaults().options(UpdateOptions.NONE.ema(0.99)),
        read("{'name':'sgd','use_ema':true}"));
    assertEquals(Sgd.defaults().learningRate(1), read("{'name':'sgd','learning_rate':1}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | the key 'name' is missing; found: no keys",
        "{'name':'adamw'} | name: one of [adam, rmsprop, sgd] is needed, found \"adamw\"",
        "{'name':'adam','beta1':1} | unknown key 'beta1'; allowed: name, learning_rate, beta_1, beta_2, epsilon, clipvalue, clipnorm, global_clipnorm, weight_decay, exclude_from_weight_decay, use_ema, ema_momentum",
        "{'name':'adam','learning_rate':0} | adam: the learning rate must be greater than 0 and finite, found 0.0",
        "{'name':'adam','learning_rate':'fast'} | learning_rate: a number is needed, found \"fast\"",
        "{'name':'rmsprop','centered':1} | centered: true or false is needed, found 1",
        "{'name':'sgd','nesterov':true} | sgd: Nesterov needs a momentum greater than 0",
        "{'name':'sgd','clipnorm':1,'clipvalue':1} | only one of clipvalue, clipnorm, global_clipnorm can be there",
        "{'name':'sgd','clipnorm':0} | clipping: the limit must be greater than 0 and finite, found 0.0",
        "{'name':'sgd','weight_decay':-1} | the weight decay must be at least 0 and finite, found -1.0",
        "{'name':'sgd','exclude_from_weight_decay':['bias']} | without a weight decay nothing can be excluded from it, found [bias]",
        "{'name':'sgd','use_ema':true,'ema_momentum':1} | ema: the momentum must be",
      })
  void aBadOptimizerIsRefusedWithItsPlaceAndWhatIsAllowed(String json, String message) {
    String found = Refusals.messageOf(InvalidJsonException.class, () -> read(json));
    assertTrue(found.startsWith("o.json: " + message), found);
  }
}
