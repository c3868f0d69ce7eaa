package dev.plenum.datasets.parquet.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;

/**
 * A column with values; a column of structs has one for each of its fields.
 *
 * @param path its name, and those of what it is in before it
 * @param type of its values
 * @param levels how many on its path may be missing, itself included
 * @param isRepeated whether a row may have several values
 */
record Leaf(List<String> path, PrimitiveTypeName type, int levels, boolean isRepeated) {
  private static final int DEEPEST = 50;

  /**
   * The columns of a schema, which is stored with each element before what is in it.
   *
   * @throws IOException if its numbers do not fit
   */
  static List<Leaf> of(List<SchemaElement> schema) throws IOException {
    Reader reader = new Reader(schema);
    reader.readFields(List.of(), 0, false);
    return reader.leaves;
  }

  private static final class Reader {
    private final List<SchemaElement> schema;
    private final List<Leaf> leaves = new ArrayList<>();
    private int next;

    Reader(List<SchemaElement> schema) {
      this.schema = schema;
    }

    /** Of the next element, which is a group. */
    void readFields(List<String> parents, int levels, boolean isRepeated) throws IOException {
      SchemaElement group = element(parents);
      for (int i = 0; i < group.getNum_children(); i++) {
        SchemaElement field = schema.get(Math.min(next, schema.size() - 1));
        List<String> path = new ArrayList<>(parents);
        path.add(field.getName());
        boolean isRequired = field.getRepetition_type() == FieldRepetitionType.REQUIRED;
        int depth = levels + (isRequired ? 0 : 1);
        boolean isMany = isRepeated || field.getRepetition_type() == FieldRepetitionType.REPEATED;
        if (field.isSetType()) {
          PrimitiveTypeName type = type(element(path));
          leaves.add(new Leaf(List.copyOf(path), type, depth, isMany));
        } else {
          readFields(path, depth, isMany);
        }
      }
    }

    private SchemaElement element(List<String> path) throws IOException {
      if (next >= schema.size() || path.size() > DEEPEST) {
        throw new IOException("its schema makes no sense");
      }
      return schema.get(next++);
    }

    private static PrimitiveTypeName type(SchemaElement element) {
      return switch (element.getType()) {
        case BOOLEAN -> PrimitiveTypeName.BOOLEAN;
        case INT32 -> PrimitiveTypeName.INT32;
        case INT64 -> PrimitiveTypeName.INT64;
        case INT96 -> PrimitiveTypeName.INT96;
        case FLOAT -> PrimitiveTypeName.FLOAT;
        case DOUBLE -> PrimitiveTypeName.DOUBLE;
        case BYTE_ARRAY -> PrimitiveTypeName.BINARY;
        case FIXED_LEN_BYTE_ARRAY -> PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
      };
    }
  }

  /** The column of the table that it is in. */
  String column() {
    return path.get(0);
  }

  /** Its own name. */
  String name() {
    return path.get(path.size() - 1);
  }

  /** As the decoders know it. */
  ColumnDescriptor descriptor() {
    Repetition repetition = levels == 0 ? Repetition.REQUIRED : Repetition.OPTIONAL;
    return new ColumnDescriptor(
        path.toArray(String[]::new), new PrimitiveType(repetition, type, name()), 0, levels);
  }
}
