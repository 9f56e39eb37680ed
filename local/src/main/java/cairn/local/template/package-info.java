/// template.yaml, read as CloudFormation and SAM would: what this machine honours of it, and an error for the rest.
@NullMarked
package cairn.local.template;

import org.jspecify.annotations.NullMarked;
