"""What people see: the Ask page, the source pages and the web service.

The only package that imports gradio. Before it does, gradio and the hub client are told to call
nobody: nothing about a question leaves the machine.
"""

import os

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
os.environ.setdefault("HF_HUB_OFFLINE", "1")
