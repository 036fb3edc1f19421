"""prioritisation"""
