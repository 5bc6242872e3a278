"""The nearest of many vectors, by FAISS: exactly for as many as are shipped, in a graph for very many."""

from __future__ import annotations

from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from bot.encoder.runtime import Vectors
from bot.retrieval.passages import Places

MANY = 30_000
"""Vectors up to which looking at all, which misses none, takes 2 ms at most; more go into a graph (HNSW)."""
LINKS = 16
BUILD_BREADTH, BREADTH = 40, 64


def make(vectors: Vectors) -> Any:
    """An index over vectors of unit length."""
    index = flat(vectors.shape[1]) if len(vectors) < MANY else graph(vectors.shape[1])
    index.add(vectors)
    return index


def flat(size: int) -> Any:
    """An empty index that looks at every vector."""
    return faiss.IndexFlatIP(size)


def graph(size: int) -> Any:
    """An empty index that follows links to ever nearer vectors, and may miss some."""
    index: Any = faiss.IndexHNSWFlat(size, LINKS, faiss.METRIC_INNER_PRODUCT)
    index.hnsw.efConstruction = BUILD_BREADTH
    return index


def search(index: Any, vectors: Vectors, depth: int, admitted: NDArray[np.bool_]) -> tuple[Vectors, Places]:
    """Cosines and places of the `depth` admitted vectors nearest to each of `vectors`, nearest first."""
    places = np.flatnonzero(admitted)
    links = not isinstance(index, faiss.IndexFlat)
    chosen: Any = getattr(faiss, "SearchParametersHNSW" if links else "SearchParameters")()
    if len(places) < index.ntotal:
        chosen.sel = faiss.IDSelectorBatch(places)
    if links:
        chosen.efSearch = max(BREADTH, depth)
    cosines, found = index.search(vectors, min(depth, len(places)), params=chosen)
    return cosines, found
