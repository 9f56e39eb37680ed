@org.jspecify.annotations.NullMarked
package cairn.lambda;
