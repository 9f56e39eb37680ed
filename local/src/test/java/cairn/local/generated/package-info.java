/// Requests and events made from the published documents, and what must hold of every reply.
@org.jspecify.annotations.NullMarked
package cairn.local.generated;
