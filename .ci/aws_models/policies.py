"""The grammar of policies, and whether their actions exist and fit their resources."""

import json
import re

from botocore.exceptions import UnknownServiceError

from shapes import operations

ELEMENTS = {
    "Sid",
    "Effect",
    "Action",
    "NotAction",
    "Resource",
    "NotResource",
    "Principal",
    "NotPrincipal",
    "Condition",
}
# What IAM calls something else than the API, or what is not an operation.
IAM_ONLY = {"lambda:InvokeFunction", "dynamodb:ConditionCheckItem", "s3:ListBucket", "xray:PutTraceSegments"}
STREAMS = {
    "dynamodb:DescribeStream",
    "dynamodb:GetRecords",
    "dynamodb:GetShardIterator",
    "dynamodb:ListStreams",
}
LOGS = ("logs:CreateLogStream", "logs:PutLogEvents")


def several(value):
    """A single one is a list of one."""
    return value if isinstance(value, list) else [value]


class Policies:
    def __init__(self, report):
        self.report = report

    def check(self, where, document, largest, of_a_resource=False):
        size = len(re.sub(r"\s", "", json.dumps(document)))
        self.report.between(where + " size", size, 1, largest, "IAM quotas")
        if document.get("Version") != "2012-10-17":
            self.report.find(where, "Version is not 2012-10-17")
        for index, statement in enumerate(several(document["Statement"])):
            self.statement(f"{where}.Statement[{index}]", statement, of_a_resource)

    def statement(self, where, statement, of_a_resource):
        effect = statement.get("Effect") in ("Allow", "Deny")
        if set(statement) - ELEMENTS or not effect or not {"Action", "NotAction"} & set(statement):
            self.report.find(where, f"malformed: {sorted(statement)}")
        if of_a_resource != ("Principal" in statement):
            self.report.find(where, "a resource's policy has a Principal, and no other has")
        for action in several(statement.get("Action", [])):
            self.action(where, action)
            for resource in several(statement.get("Resource", [])):
                if resource != "*":
                    self.resource(where, action, resource)

    def action(self, where, action):
        self.report.seen.add(f"{where}.{action}")
        service, operation = action.split(":", 1)
        client = "dynamodbstreams" if action in STREAMS else service
        if action in IAM_ONLY or "*" in operation:
            return
        try:
            if operation not in operations(client):
                self.report.find(where, f"{client} has no operation {operation}")
        except UnknownServiceError:
            self.report.find(where, f"there is no service {service}")

    def resource(self, where, action, resource):
        service = resource.split(":")[2]
        if service != action.split(":")[0]:
            self.report.find(where, f"{action} on a resource of {service}")
        if action in STREAMS and "/stream/" not in resource:
            self.report.find(where, f"{action} on {resource}, which is not a stream")
        if action in LOGS and not resource.endswith(":*") and ":log-stream:" not in resource:
            self.report.find(where, f"{action} on {resource}: streams are below log-group:name:")
