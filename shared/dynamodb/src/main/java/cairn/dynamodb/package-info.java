/// The port to storage on one DynamoDB table (docs: design, sections 2 and 3).
@org.jspecify.annotations.NullMarked
package cairn.dynamodb;
