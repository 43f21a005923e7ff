"""One lock around every use of PDFium, which is not thread-safe: two threads in it end the process."""

import threading

PDFIUM_LOCK = threading.Lock()
