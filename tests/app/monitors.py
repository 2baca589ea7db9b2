"""Plugs monitors into the X server of $DISPLAY and pulls them out, as a cable does: by RandR."""

import ctypes as c


class _Monitor(c.Structure):
    """XRRMonitorInfo."""

    _fields_ = (
        ("name", c.c_ulong), ("primary", c.c_int), ("automatic", c.c_int), ("noutput", c.c_int),
        ("x", c.c_int), ("y", c.c_int), ("width", c.c_int), ("height", c.c_int),
        ("mwidth", c.c_int), ("mheight", c.c_int), ("outputs", c.POINTER(c.c_ulong)),
    )  # fmt: skip


class _Resources(c.Structure):
    """The beginning of XRRScreenResources."""

    _fields_ = (
        ("timestamp", c.c_ulong), ("config", c.c_ulong), ("ncrtc", c.c_int),
        ("crtcs", c.POINTER(c.c_ulong)), ("noutput", c.c_int), ("outputs", c.POINTER(c.c_ulong)),
    )  # fmt: skip


class Monitors:
    """The monitors of one X server."""

    def __init__(self) -> None:
        self._x, self._randr = c.CDLL("libX11.so.6"), c.CDLL("libXrandr.so.2")
        self._x.XOpenDisplay.restype = c.c_void_p
        self._x.XDefaultRootWindow.restype = c.c_ulong
        self._x.XDefaultRootWindow.argtypes = (c.c_void_p,)
        self._x.XInternAtom.restype = c.c_ulong
        self._x.XInternAtom.argtypes = (c.c_void_p, c.c_char_p, c.c_int)
        self._x.XSync.argtypes = (c.c_void_p, c.c_int)
        self._randr.XRRAllocateMonitor.restype = c.POINTER(_Monitor)
        self._randr.XRRAllocateMonitor.argtypes = (c.c_void_p, c.c_int)
        self._randr.XRRSetMonitor.argtypes = (c.c_void_p, c.c_ulong, c.POINTER(_Monitor))
        self._randr.XRRDeleteMonitor.argtypes = (c.c_void_p, c.c_ulong, c.c_ulong)
        self._randr.XRRGetScreenResources.restype = c.POINTER(_Resources)
        self._randr.XRRGetScreenResources.argtypes = (c.c_void_p, c.c_ulong)
        self._display = self._x.XOpenDisplay(None)
        self._root = self._x.XDefaultRootWindow(self._display)

    def plug(
        self, name: str, left: int, width: int, height: int, *, is_first: bool = False
    ) -> None:
        """Put a monitor at this place; the first one takes the output that the server has."""
        made = self._randr.XRRAllocateMonitor(self._display, int(is_first))
        monitor = made.contents
        monitor.name = self._x.XInternAtom(self._display, name.encode(), 0)
        monitor.primary = int(is_first)
        monitor.x, monitor.y, monitor.width, monitor.height = left, 0, width, height
        monitor.mwidth, monitor.mheight = width // 4, height // 4
        if is_first:
            found = self._randr.XRRGetScreenResources(self._display, self._root)
            monitor.outputs[0] = found.contents.outputs[0]
        self._randr.XRRSetMonitor(self._display, self._root, made)
        self._x.XSync(self._display, 0)

    def pull(self, name: str) -> None:
        """Take a monitor away."""
        atom = self._x.XInternAtom(self._display, name.encode(), 0)
        self._randr.XRRDeleteMonitor(self._display, self._root, atom)
        self._x.XSync(self._display, 0)
