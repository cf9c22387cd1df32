"""Everything of simple-salesforce that is tried, in one process: prints one JSON object with what each step gave."""
import json
import socket
import sys
from urllib.parse import urlparse

from simple_salesforce import Salesforce
from simple_salesforce.exceptions import (
    SalesforceAuthenticationFailed,
    SalesforceError,
    SalesforceExpiredSession,
    SalesforceMalformedRequest,
    SalesforceResourceNotFound,
)

instance_url, session_id = sys.argv[1], sys.argv[2]
org = Salesforce(instance_url=instance_url, session_id=session_id, version="66.0")
seen = {}


def failure(kind, work):
    """What the client makes of a refusal."""
    try:
        work()
    except kind as error:
        return {"raised": type(error).__name__, "status": error.status, "content": error.content}
    except SalesforceError as error:
        return {"raised": type(error).__name__, "status": error.status, "content": error.content}
    return {"raised": None}


account = org.Account.create({"Name": "Acme", "Source_Key__c": "key-1"})
seen["create"] = account
seen["get"] = org.Account.get(account["id"])["Name"]
seen["update"] = org.Account.update(account["id"], {"Name": "Acme Ltd"})
seen["upsertNew"] = org.Account.upsert("Source_Key__c/key-2", {"Name": "Second"})
seen["upsertKnown"] = org.Account.upsert("Source_Key__c/key-2", {"Name": "Second again"})
seen["getByCustomId"] = org.Account.get_by_custom_id("Source_Key__c", "key-2")["Name"]
for number in range(3):
    org.Contact.create({"LastName": f"Lee {number}", "AccountId": account["id"]})
seen["query"] = org.query("SELECT Name, Account.Name FROM Contact ORDER BY Name")["totalSize"]
seen["queryAll"] = [row["Name"] for row in org.query_all("SELECT Name FROM Contact ORDER BY Name")["records"]]
seen["queryAllIter"] = len(list(org.query_all_iter("SELECT Id FROM Account")))
seen["describe"] = org.Account.describe()["keyPrefix"]
seen["describeGlobal"] = org.describe()["maxBatchSize"]
seen["metadata"] = org.Account.metadata()["objectDescribe"]["name"]
seen["limits"] = "DailyApiRequests" in org.limits()
seen["usage"] = org.api_usage["api-usage"].total
seen["delete"] = org.Account.delete(account["id"])

seen["gone"] = failure(SalesforceResourceNotFound, lambda: org.Account.get(account["id"]))
seen["refused"] = failure(SalesforceMalformedRequest, lambda: org.Contact.create({"FirstName": "Ann"}))
seen["badQuery"] = failure(SalesforceMalformedRequest, lambda: org.query("SELECT Nothing FROM Account"))
seen["unknownObject"] = failure(SalesforceResourceNotFound, lambda: org.Nothing__c.describe())
stranger = Salesforce(instance_url=instance_url, session_id=session_id[:15] + "!no", version="66.0")
seen["noSession"] = failure(SalesforceExpiredSession, lambda: stranger.limits())

inserted = org.bulk2.Account.insert(records=[{"Name": "Bulk 1"}, {"Name": "Bulk 2"}])
seen["bulk2Insert"] = [{k: job[k] for k in ("numberRecordsTotal", "numberRecordsFailed")} for job in inserted]
seen["bulk2Query"] = sorted(
    line
    for page in org.bulk2.Account.query("SELECT Name FROM Account WHERE Name LIKE 'Bulk%'")
    for line in page.splitlines()
)

# The library knows Salesforce's own login host only, so that name leads to the emulator here.
lookup = socket.getaddrinfo


def look_up(host, port, *rest, **more):
    if host == "login.salesforce.com":
        host, port = "127.0.0.1", urlparse(instance_url).port
    return lookup(host, port, *rest, **more)


socket.getaddrinfo = look_up
ann = Salesforce(username="ann@uman.test", password="secret", security_token="T0ken")
seen["login"] = {
    "instance": ann.sf_instance,
    "query": ann.query("SELECT Id FROM User WHERE Username = 'ann@uman.test'")["totalSize"],
}
try:
    Salesforce(username="ann@uman.test", password="wrong", security_token="T0ken")
except SalesforceAuthenticationFailed as error:
    seen["badLogin"] = {"raised": type(error).__name__, "content": error.code}

print(json.dumps(seen))
