"""Headless Chromium as a parent's phone."""

from __future__ import annotations

import base64
import os
from pathlib import Path

from selenium import webdriver
from selenium.common.exceptions import NoAlertPresentException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from .server import REPOSITORY

#: Pictures for a person to look at.
SCREENSHOTS = REPOSITORY / "var" / "screenshots"
PHONE = 360
DESK = 1280


class Browser:
    def __init__(self, folder: Path):
        options = Options()
        options.binary_location = "/usr/bin/chromium"
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=ja"):
            options.add_argument(argument)
        options.add_argument(f"--user-data-dir={folder}")
        options.add_experimental_option("prefs", {"intl.accept_languages": "ja,en"})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options, Service("/usr/bin/chromedriver", log_output=os.devnull))
        self.driver.implicitly_wait(5)

    def width(self, pixels: int) -> None:
        metrics = {"width": pixels, "height": 740, "deviceScaleFactor": 2, "mobile": pixels < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def open(self, url: str, pixels: int = PHONE) -> None:
        self.width(pixels)
        self.driver.get("about:blank")  # so that a change of the fragment alone loads the page too
        self.driver.get(url)

    def picture(self, name: str) -> None:
        """The whole page, as long as it is."""
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        shot = self.driver.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True, "format": "png"})
        (SCREENSHOTS / f"{name}.png").write_bytes(base64.b64decode(shot["data"]))

    def pdf(self, file: Path) -> Path:
        """Prints as the page's own style asks."""
        printed = self.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
        file.write_bytes(base64.b64decode(printed["data"]))
        return file

    def scrolls_sideways(self) -> bool:
        return self.driver.execute_script(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )

    def elements(self) -> set[str]:
        """The names of the elements that stand in the page."""
        script = "return [...new Set([...document.querySelectorAll('*')].map(e => e.localName))]"
        return set(self.driver.execute_script(script))

    def suspicious(self) -> list[str]:
        """Attributes that would run something, and links that lead elsewhere than to the server."""
        return self.driver.execute_script(
            """
            const leads = ['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'poster', 'srcset', 'content'];
            return [...document.querySelectorAll('*')].flatMap(e => [...e.attributes])
                .filter(a => a.name.startsWith('on') || a.name === 'srcdoc'
                             || leads.includes(a.name) && /javascript:|data:|x\\.invalid/i.test(a.value))
                .map(a => a.name + '=' + a.value)
            """
        )

    def text(self) -> str:
        return self.driver.execute_script("return document.body.innerText")

    def complaints(self) -> list[str]:
        """What the browser's console says: blocked styles, scripts, missing files."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]

    def dialog_is_open(self) -> bool:
        try:
            self.driver.switch_to.alert.dismiss()
            return True
        except NoAlertPresentException:
            return False

    def quit(self) -> None:
        self.driver.quit()
