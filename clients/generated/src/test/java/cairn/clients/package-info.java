/// Tests of what openapi-generator makes of the API's document.
@org.jspecify.annotations.NullMarked
package cairn.clients;
