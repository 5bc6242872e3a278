"""Free ports for servers that tests start."""

from __future__ import annotations

import random
import socket
from contextlib import ExitStack, closing

# Below the ports that the system gives to outgoing connections: one of those could take a
# port between the moment it was found free and the moment a server listens on it.
SERVERS_ALONE = range(20_000, 32_000)


def free_ports(count: int) -> list[int]:
    """Ports that nobody holds, all different.

    Raises `OSError` where there are none.
    """
    found: list[int] = []
    with ExitStack() as held:
        for port in random.sample(SERVERS_ALONE, len(SERVERS_ALONE)):
            try:
                held.enter_context(closing(socket.socket())).bind(("127.0.0.1", port))
            except OSError:
                continue
            found.append(port)
            if len(found) == count:
                return found
    raise OSError(f"no {count} free ports from {SERVERS_ALONE[0]} to {SERVERS_ALONE[-1]}")
