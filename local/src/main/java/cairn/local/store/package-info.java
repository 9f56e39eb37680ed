/// The template's tables on DynamoDB's HTTP API.
@NullMarked
package cairn.local.store;

import org.jspecify.annotations.NullMarked;
