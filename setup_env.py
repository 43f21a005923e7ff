"""Set Footnote up in its own `.venv`, the same way on Linux, macOS and Windows.

    python setup_env.py          what the app needs, exactly as in requirements.lock
    python setup_env.py --dev    and the tools of the checks, from requirements-dev.lock
    python setup_env.py --lock   write both lock files anew from pyproject.toml

Runs on a bare Python with the standard library alone. A second call does nothing, in no time,
until a lock file changes.
"""

import argparse
import hashlib
import platform
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
STAMP = VENV / "footnote-installed.txt"
RUNTIME, DEV = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"

CPU_INDEX = "https://download.pytorch.org/whl/cpu"
LOCK_HEADER = """\
# Exact versions Footnote is tested with, for {what}.
# Written by `make lock` from pyproject.toml; change it there.
# No hashes and no addresses: a CPU build of torch from wherever pip is told to look is welcome.
"""


def main() -> None:
    """Read the arguments and do the one thing asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--dev", action="store_true", help="also install the tools of the checks")
    parser.add_argument("--lock", action="store_true", help="write the lock files anew")
    args = parser.parse_args()
    if sys.version_info < (3, 11):  # noqa: UP036 (an older Python can still read this file)
        sys.exit(f"Footnote needs Python 3.11 or later; this is {platform.python_version()}.")
    try:
        install(dev=args.dev or args.lock)
        if args.lock:
            write_locks()
    except subprocess.CalledProcessError as error:
        sys.exit(f"Set-up stopped: {' '.join(map(str, error.cmd[1:4]))} … failed; see above.")


def install(*, dev: bool) -> None:
    """Install the lock file wanted, unless the stamp says that it is installed as it stands."""
    wanted = {RUNTIME.name: _sha256(RUNTIME)}
    if dev:
        wanted[DEV.name] = _sha256(DEV)
    if PYTHON.exists() and wanted.items() <= _stamped().items():
        return
    if not PYTHON.exists():
        print(f"Making {VENV.name} with Python {platform.python_version()}", flush=True)
        _make_venv()
    lock = DEV if dev else RUNTIME
    print(f"Installing {lock.name}: several minutes the first time", flush=True)
    if _wants_cpu_torch():
        _try_cpu_torch()
    _pip("install", "--quiet", "--requirement", str(lock))
    lines = [f"{name} {digest}\n" for name, digest in wanted.items()]
    STAMP.write_text("".join(lines), encoding="utf-8")


def write_locks() -> None:
    """Write both lock files; versions already in them stay unless pyproject.toml rules them out."""
    for path, what, extra in (
        (RUNTIME, "running", []),
        (DEV, "running and checking", ["--extra=dev", f"--constraint={RUNTIME.name}"]),
    ):
        command = [str(PYTHON), "-m", "piptools", "compile", "--quiet", "--allow-unsafe"]
        command += ["--strip-extras", "--no-header", "--no-annotate", "--no-emit-index-url"]
        command += ["--no-emit-find-links", "--no-emit-trusted-host", "--no-emit-options"]
        command += [*extra, f"--output-file={path.name}", "pyproject.toml"]
        subprocess.run(command, cwd=ROOT, check=True)
        pins = [
            re.sub(r"\+cpu\b", "", line)
            for line in path.read_text(encoding="utf-8").splitlines()
            if line and not line.startswith(("#", "-", "pip=="))
        ]
        text = LOCK_HEADER.format(what=what) + "\n".join(sorted(pins)) + "\n"
        path.write_text(text, encoding="utf-8", newline="\n")


def _make_venv() -> None:
    try:
        venv.create(VENV, with_pip=True, clear=True)
    except subprocess.CalledProcessError:
        sys.exit("Python could not make .venv. On Debian or Ubuntu: apt-get install python3-venv.")


def _wants_cpu_torch() -> bool:
    """On Linux without an NVIDIA card, the usual torch brings gigabytes that would never be used.

    Where someone has told pip where packages come from, that is obeyed instead.
    """
    if sys.platform != "linux" or shutil.which("nvidia-smi"):
        return False
    told = subprocess.run(
        [str(PYTHON), "-m", "pip", "config", "list"], capture_output=True, text=True, check=False
    ).stdout
    return not re.search(r"find-links|index-url|no-index", told)


def _try_cpu_torch() -> None:
    """Install torch from its makers' CPU index; if that cannot be reached, leave it to pip."""
    torch = next(
        line for line in RUNTIME.read_text(encoding="utf-8").splitlines() if line[:7] == "torch=="
    )
    try:
        _pip("install", "-q", "--no-deps", "--retries=0", f"--index-url={CPU_INDEX}", torch)
    except subprocess.CalledProcessError:
        print("No CPU build of torch at its makers' address: taking the usual one", flush=True)


def _pip(*arguments: str) -> None:
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", *arguments]
    subprocess.run(command, cwd=ROOT, check=True)


def _stamped() -> dict[str, str]:
    """What the stamp says is installed: the name and sha256 of each lock file."""
    if not STAMP.exists():
        return {}
    return dict(line.split() for line in STAMP.read_text(encoding="utf-8").splitlines())


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
