"""An HTTP API's document, as API Gateway imports it."""

import json
import re

METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace", "x-amazon-apigateway-any-method")
PATH = re.compile(r"/|(/([A-Za-z0-9._~:@!$&'()*+,;=-]+|\{[A-Za-z0-9._-]+\+?\}))+|/?\$default")
SERVICE = "apigatewayv2"
INTEGRATION = {
    "type": "IntegrationType",
    "httpMethod": "IntegrationMethod",
    "uri": "IntegrationUri",
    "connectionType": "ConnectionType",
    "payloadFormatVersion": "PayloadFormatVersion",
    "timeoutInMillis": "TimeoutInMillis",
}


class Api:
    def __init__(self, shapes, where, properties):
        self.shapes, self.report, self.where = shapes, shapes.report, where
        self.properties, self.document = properties, properties["Body"]
        self.integrations = set()

    def check(self):
        whole = {"Body": json.dumps(self.document), "FailOnWarnings": self.properties.get("FailOnWarnings", False)}
        self.shapes.call(self.where, SERVICE, "ImportApi", whole)
        # The import takes these from the document.
        for key, member in (("title", "Name"), ("version", "Version"), ("description", "Description")):
            value = self.document["info"].get(key, "")
            self.shapes.member(f"{self.where}.info.{key}", SERVICE, "CreateApi", member, value)
        if "x-amazon-apigateway-cors" in self.document:
            cors = self.document["x-amazon-apigateway-cors"]
            self.shapes.member(self.where + ".cors", SERVICE, "CreateApi", "CorsConfiguration", cors)
        routes = [self.route(path, method) for path in self.document["paths"] for method in self.methods(path)]
        for name, scheme in self.schemes().items():
            self.authorizer(name, scheme)
        self.report.between(self.where + " routes", len(routes), 1, 300, "HTTP API quotas")
        self.report.between(self.where + " integrations", len(self.integrations), 1, 300, "HTTP API quotas")
        self.references()

    def methods(self, path):
        if not PATH.fullmatch(path):
            self.report.find(f"{self.where} {path}", "not the path of a route")
        for key in self.document["paths"][path]:
            if key in METHODS:
                yield key
            elif key != "parameters":
                self.report.find(f"{self.where} {path}.{key}", "HTTP APIs do not read it")

    def route(self, path, method):
        where, operation = f"{self.where} {method.upper()} {path}", self.document["paths"][path][method]
        integration = operation.get("x-amazon-apigateway-integration")
        if integration is None:
            self.report.find(where, "without an integration it answers 500")
        else:
            self.integration(where, integration)
        security = operation.get("security", [])
        scopes = [scope for one in security for some in one.values() for scope in some]
        route = {"ApiId": "a", "RouteKey": f"{method.upper()} {path}", "AuthorizationScopes": scopes}
        route["OperationName"] = operation.get("operationId", "")
        self.shapes.call(where, SERVICE, "CreateRoute", route)
        for scheme in (name for one in security for name in one):
            if "x-amazon-apigateway-authorizer" not in self.schemes().get(scheme, {}):
                self.report.find(where, f"{scheme} has no authorizer")
        return where

    def integration(self, where, declared):
        value = {INTEGRATION.get(key, key): one for key, one in declared.items()}
        value["IntegrationType"] = declared["type"].upper()
        self.integrations.add(json.dumps(value, sort_keys=True))
        self.shapes.call(where, SERVICE, "CreateIntegration", value | {"ApiId": "a"})
        timeout = declared.get("timeoutInMillis", 30000)
        self.report.between(where + " timeout", timeout, 50, 30000, "HTTP API quotas")

    def schemes(self):
        return self.document.get("components", {}).get("securitySchemes", {})

    def authorizer(self, name, scheme):
        declared = scheme.get("x-amazon-apigateway-authorizer")
        if not declared:
            return
        where, source = f"{self.where} authorizer {name}", declared["identitySource"]
        value = {"ApiId": "a", "Name": name, "AuthorizerType": declared["type"].upper()}
        value["IdentitySource"] = [source] if isinstance(source, str) else source
        value["JwtConfiguration"] = declared.get("jwtConfiguration", {})
        self.shapes.call(where, SERVICE, "CreateAuthorizer", value)
        if scheme["type"] not in ("oauth2", "openIdConnect", "apiKey"):
            self.report.find(where, f"type {scheme['type']}")

    def references(self):
        text = json.dumps(self.document)
        for reference in set(re.findall(r'"\$ref": "([^"]+)"', text)):
            here = self.document
            for step in reference.lstrip("#/").split("/"):
                here = here.get(step, {}) if isinstance(here, dict) else {}
            if not here:
                self.report.find(self.where, f"{reference} leads nowhere")
        if re.search(r": null[,}]", text):
            self.report.find(self.where, "CloudFormation refuses a null")
