"""Finds passages of the knowledge base: FAISS and BM25, fused."""
