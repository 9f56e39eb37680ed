/// DynamoDB Local as a child process on loopback: its libraries stay out of everyone else's class path.
@NullMarked
package cairn.dynamodblocal;

import org.jspecify.annotations.NullMarked;
