"""One method for each type of resource: the calls that CloudFormation makes, and limits that no model carries."""

import json
import re

from api import Api
from policies import Policies
from shapes import Shapes
from values import ACCOUNT

COMPARISONS = {"prefix", "suffix", "exists", "numeric", "anything-but", "cidr", "equals-ignore-case", "wildcard"}
RETENTION_DAYS = (
    *(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731),
    *(1096, 1827, 2192, 2557, 2922, 3288, 3653),
)
QUEUE_LIMITS = {
    "MessageRetentionPeriod": (60, 1209600),
    "VisibilityTimeout": (0, 43200),
    "DelaySeconds": (0, 900),
    "ReceiveMessageWaitTimeSeconds": (0, 20),
}
RESERVED_VARIABLES = re.compile(
    r"AWS_(REGION|EXECUTION_ENV|ACCESS_KEY|ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|DEFAULT_REGION|LAMBDA_.*)"
    r"|_HANDLER|_X_AMZN_TRACE_ID|TZ"
)


def without(properties, *names):
    return {key: value for key, value in properties.items() if key not in names}


class Resources:
    def __init__(self, report):
        self.report, self.shapes, self.policies = report, Shapes(report), Policies(report)
        self.checks = {
            "AWS::ApiGatewayV2::Api": lambda where, name, it: Api(self.shapes, where, it).check(),
            "AWS::ApiGatewayV2::Stage": self.plain("apigatewayv2", "CreateStage"),
            "AWS::Budgets::Budget": self.budget,
            "AWS::CloudWatch::Alarm": self.alarm,
            "AWS::CloudWatch::Dashboard": self.dashboard,
            "AWS::CodeDeploy::Application": self.plain("codedeploy", "CreateApplication", "ApplicationName"),
            "AWS::CodeDeploy::DeploymentGroup": self.deployment_group,
            "AWS::DynamoDB::Table": self.table,
            "AWS::Events::EventBus": self.plain("events", "CreateEventBus"),
            "AWS::Events::Rule": self.rule,
            "AWS::IAM::Role": self.role,
            "AWS::Lambda::Alias": self.plain("lambda", "CreateAlias"),
            "AWS::Lambda::EventInvokeConfig": self.plain("lambda", "PutFunctionEventInvokeConfig"),
            "AWS::Lambda::EventSourceMapping": self.event_source_mapping,
            "AWS::Lambda::Function": self.function,
            "AWS::Lambda::Permission": self.plain("lambda", "AddPermission", "StatementId"),
            "AWS::Lambda::Version": self.plain("lambda", "PublishVersion"),
            "AWS::Logs::LogGroup": self.log_group,
            "AWS::Logs::MetricFilter": self.plain("logs", "PutMetricFilter", "FilterName"),
            "AWS::SQS::Queue": self.queue,
            "AWS::SQS::QueuePolicy": lambda where, name, it: self.policies.check(where, it["PolicyDocument"], 8192, True),
            "AWS::Scheduler::Schedule": self.plain("scheduler", "CreateSchedule", "Name"),
            "AWS::SecretsManager::Secret": self.secret,
        }

    def plain(self, service, operation, named=None):
        """A resource whose properties are those of the call. CloudFormation makes up a missing name."""
        made_up = (lambda name: {named: name}) if named else (lambda name: {})
        return lambda where, name, it: self.shapes.call(where, service, operation, made_up(name) | it)

    def table(self, where, name, it):
        point_in_time, expiry = "PointInTimeRecoverySpecification", "TimeToLiveSpecification"
        table = {"TableName": name} | without(it, point_in_time, expiry)
        if "StreamSpecification" in table:
            table["StreamSpecification"] = table["StreamSpecification"] | {"StreamEnabled": True}
        if "SSESpecification" in table:
            encryption = table["SSESpecification"]
            table["SSESpecification"] = {key.replace("SSEEnabled", "Enabled"): encryption[key] for key in encryption}
        self.shapes.call(where, "dynamodb", "CreateTable", table)
        for key, operation in ((expiry, "UpdateTimeToLive"), (point_in_time, "UpdateContinuousBackups")):
            if key in it:
                self.shapes.call(where, "dynamodb", operation, {"TableName": name, key: it[key]})
        local = it.get("LocalSecondaryIndexes", [])
        keyed = [it, *local, *it.get("GlobalSecondaryIndexes", [])]
        used = {key["AttributeName"] for one in keyed for key in one["KeySchema"]}
        declared = {attribute["AttributeName"] for attribute in it["AttributeDefinitions"]}
        if used != declared:
            self.report.find(where, f"keys {sorted(used)} and attributes {sorted(declared)} differ")
        self.report.between(where + " local indexes", len(local), 0, 5, "DynamoDB quotas")

    def secret(self, where, name, it):
        generated = it.get("GenerateSecretString", {})
        secret = without(it, "GenerateSecretString") | {"Name": name}
        self.shapes.call(where, "secretsmanager", "CreateSecret", secret)
        password = without(generated, "SecretStringTemplate", "GenerateStringKey")
        self.shapes.call(where, "secretsmanager", "GetRandomPassword", password)

    def rule(self, where, name, it):
        self.shapes.call(where, "events", "PutRule", without(it, "Targets") | {"Name": name})
        self.shapes.call(where, "events", "PutTargets", {"Rule": name, "Targets": it["Targets"]})
        self.pattern(where, it.get("EventPattern", {}))

    def pattern(self, where, pattern):
        pattern = json.loads(pattern) if isinstance(pattern, str) else pattern
        size = len(json.dumps(pattern))
        self.report.between(where + ".pattern size", size, 1, 4096, "EventBridge and Lambda: 4,096 characters")
        self.leaves(where + ".pattern", pattern)

    def leaves(self, where, value):
        if isinstance(value, dict):
            for key, below in value.items():
                self.leaves(f"{where}.{key}", below)
        elif not isinstance(value, list) or not value:
            self.report.find(where, f"{value!r}: a pattern ends in a list that is not empty")
        else:
            for one in value:
                if isinstance(one, dict) and not set(one) <= COMPARISONS:
                    self.report.find(where, f"{one} is not a comparison")

    def queue(self, where, name, it):
        attributes = without(it, "QueueName", "Tags")
        self.shapes.call(where, "sqs", "CreateQueue", {"QueueName": name, "Attributes": attributes})
        for key in QUEUE_LIMITS.keys() & it.keys():
            self.report.between(f"{where}.{key}", it[key], *QUEUE_LIMITS[key], "SQS SetQueueAttributes")

    def log_group(self, where, name, it):
        self.shapes.call(where, "logs", "CreateLogGroup", {"logGroupName": name} | without(it, "RetentionInDays"))
        if it.get("RetentionInDays", 1) not in RETENTION_DAYS:
            self.report.find(where, f"logs are not kept for {it['RetentionInDays']} days (PutRetentionPolicy)")

    def function(self, where, name, it):
        reserved = "ReservedConcurrentExecutions"
        call = {"FunctionName": name} | without(it, reserved, "Tags")
        call["Tags"] = {tag["Key"]: tag["Value"] for tag in it.get("Tags", [])}
        self.shapes.call(where, "lambda", "CreateFunction", call)
        if reserved in it:
            concurrency = {"FunctionName": name, reserved: it[reserved]}
            self.shapes.call(where, "lambda", "PutFunctionConcurrency", concurrency)
        variables = it.get("Environment", {}).get("Variables", {})
        size = sum(len(key) + len(str(value)) for key, value in variables.items())
        self.report.between(where + ".Environment", size, 0, 4096, "Lambda quotas: 4 KB")
        for key in filter(RESERVED_VARIABLES.fullmatch, variables):
            self.report.find(f"{where}.Environment.{key}", "reserved by Lambda")

    def event_source_mapping(self, where, name, it):
        self.shapes.call(where, "lambda", "CreateEventSourceMapping", without(it, "Tags"))
        filters = it.get("FilterCriteria", {}).get("Filters", [])
        for index, one in enumerate(filters):
            self.pattern(f"{where}.Filters[{index}]", one["Pattern"])
        self.report.between(where + ".Filters", len(filters), 0, 5, "Lambda: five filters for a mapping")
        self.report.between(where + ".BatchSize", it.get("BatchSize", 100), 1, 10000, "Lambda")
        if it.get("MaximumRecordAgeInSeconds", -1) != -1:
            self.report.between(where + ".MaximumRecordAge", it["MaximumRecordAgeInSeconds"], 60, 604800, "Lambda")

    def deployment_group(self, where, name, it):
        group = {"deploymentGroupName": name} | without(it, "Tags")
        self.shapes.call(where, "codedeploy", "CreateDeploymentGroup", group)

    def alarm(self, where, name, it):
        self.shapes.call(where, "cloudwatch", "PutMetricAlarm", {"AlarmName": name} | it)
        single = {"MetricName", "Namespace", "Period"} <= set(it) and {"Statistic", "ExtendedStatistic"} & set(it)
        if "Metrics" not in it and not single:
            self.report.find(where, "neither Metrics nor MetricName, Namespace, Period and a statistic")
        metrics = it.get("Metrics", [])
        periods = [it["Period"]] if "Period" in it else [one["MetricStat"]["Period"] for one in metrics if "MetricStat" in one]
        for period in periods:
            if period not in (10, 20, 30) and period % 60:
                self.report.find(where, f"period {period}")
            if period * it["EvaluationPeriods"] > (86400 if period < 3600 else 604800):
                self.report.find(where, f"{it['EvaluationPeriods']} periods of {period} s are more than a day")
        if it.get("DatapointsToAlarm", 1) > it["EvaluationPeriods"]:
            self.report.find(where, "DatapointsToAlarm > EvaluationPeriods")
        if metrics and sum(1 for one in metrics if one.get("ReturnData", True)) != 1:
            self.report.find(where, "not one expression returns data")

    def dashboard(self, where, name, it):
        call = {"DashboardName": name, "DashboardBody": it["DashboardBody"]}
        self.shapes.call(where, "cloudwatch", "PutDashboard", call)
        widgets = json.loads(it["DashboardBody"])["widgets"]
        self.report.between(where + ".widgets", len(widgets), 1, 500, "CloudWatch quotas")
        for index, widget in enumerate(widgets):
            self.widget(f"{where}.widgets[{index}]", widget)

    def widget(self, where, widget):
        if not (widget["x"] >= 0 and widget["x"] + widget["width"] <= 24):
            self.report.find(where, "outside the grid of 24")
        properties = widget["properties"]
        if widget["type"] == "alarm":
            self.report.between(where + ".alarms", len(properties["alarms"]), 1, 100, "dashboard body: 100 alarms")
        if widget["type"] == "metric" and "region" not in properties:
            self.report.find(where, "a metric widget needs a region")
        self.report.between(where + ".metrics", len(properties.get("metrics", [])), 0, 500, "CloudWatch quotas")

    def budget(self, where, name, it):
        budget = {"BudgetName": name} | it["Budget"]
        call = {"AccountId": ACCOUNT, "Budget": budget}
        call["NotificationsWithSubscribers"] = it.get("NotificationsWithSubscribers", [])
        self.shapes.call(where, "budgets", "CreateBudget", call)

    def role(self, where, name, it):
        trust, policies = it["AssumeRolePolicyDocument"], it.get("Policies", [])
        role = {"RoleName": name, "AssumeRolePolicyDocument": json.dumps(trust)}
        more = without(it, "AssumeRolePolicyDocument", "ManagedPolicyArns", "Policies")
        self.shapes.call(where, "iam", "CreateRole", role | more)
        for arn in it.get("ManagedPolicyArns", []):
            self.shapes.call(where, "iam", "AttachRolePolicy", {"RoleName": name, "PolicyArn": arn})
        self.policies.check(where + ".trust", trust, 2048, True)
        if "Resource" in str(trust):
            self.report.find(where, "a trust policy has no Resource")
        for policy in policies:
            document = policy["PolicyDocument"]
            call = {"RoleName": name, "PolicyName": policy["PolicyName"], "PolicyDocument": json.dumps(document)}
            self.shapes.call(where, "iam", "PutRolePolicy", call)
            self.policies.check(f"{where}.{policy['PolicyName']}", document, 10240)
