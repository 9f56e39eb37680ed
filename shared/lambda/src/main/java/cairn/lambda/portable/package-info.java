/// A person's records as they leave here and come in: the export's items, and the lines of an import.
@org.jspecify.annotations.NullMarked
package cairn.lambda.portable;
