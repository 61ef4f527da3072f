"""The API does what its description says: schemathesis asks, with an officer's and with a household's key."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from harness.people import API
from harness.server import REPOSITORY

EXAMPLES = 8
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
#: These would end the very household or officer that asks.
ENDS_THE_BEARER = ["/api/v1/household$"]


@pytest.fixture(scope="module")
def description(town) -> dict:
    response = town.server.client().get(f"{API}/openapi.yaml").expect(200)
    return yaml.safe_load(response.body)


def test_the_description_names_every_route(description):
    """`SiteRoute` spells every path once; none of the API's is missing in the description."""
    source = (REPOSITORY / "Sources/NoticeCore/API/SiteRoute.swift").read_text()
    spelled = {re.sub(r"\\\(\w+\)", "{}", path) for path in re.findall(r'"(/api/v1/[^"]+)"', source)}
    server = description.get("servers", [{"url": ""}])[0]["url"].rstrip("/")
    prefix = server if server.startswith("/") else ""
    described = {re.sub(r"\{\w+\}", "{}", prefix + path) for path in description["paths"]}
    verbs = {f"{API}/change-sets/{{}}/{verb}" for verb in ("submit", "approve", "return", "publish", "discard")}
    expected = (spelled - {f"{API}/change-sets/{{}}/{{}}", f"{API}/openapi.yaml"}) | verbs
    assert expected <= described | {f"{API}/openapi.yaml"}, sorted(expected - described)


def test_every_operation_describes_its_problems(description):
    for path, operations in description["paths"].items():
        for method, operation in operations.items():
            if method in ("get", "post", "put", "patch", "delete"):
                assert any(status.startswith("4") or status == "default" for status in operation["responses"]), path


@pytest.mark.parametrize("bearer", ["officer", "household", "nobody"])
def test_schemathesis_finds_no_contradiction(town, bearer, tmp_path):
    home = town.pta.household(2)
    tokens = {"officer": town.pta.officer.token, "household": home.secret, "nobody": None}
    run_schemathesis(town.server.base_url, tokens[bearer], tmp_path)
    town.server.client().get("/healthz").expect(200)
    assert " 500 " not in requests_logged(town.server.log)


def run_schemathesis(base_url: str, token: str | None, folder: Path) -> None:
    command = [
        str(Path(sys.executable).parent / "schemathesis"), "run", f"{base_url}{API}/openapi.yaml",
        "--url", base_url, "--checks", CHECKS, "--max-examples", str(EXAMPLES), "--seed", "20260511",
        "--phases", "examples,fuzzing", "--request-timeout", "10", "--workers", "2", "--no-color",
        "--generation-database", "none", "--exclude-path-regex", "|".join(ENDS_THE_BEARER),
    ]
    if token:
        command += ["--header", f"Authorization: Bearer {token}"]
    finished = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=240)
    report = finished.stdout.replace(token, "[token]") if token else finished.stdout
    assert finished.returncode == 0, report[-6000:] + finished.stderr[-1000:]


def requests_logged(log: Path) -> str:
    return log.read_text(errors="replace")
