package main

import "testing"

// TestGoodsFollowTheirSchema holds goods lookup against its schema.
func TestGoodsFollowTheirSchema(t *testing.T) {
	s := schema(t, "goods-lookup.schema.json")
	for _, query := range []string{"8542.31", "8541.40", "3A001", "EAR99", "bearings", "XC7A35T-1CSG324C", "8542", "nothing of the kind"} {
		validate(t, s, runApp(t, t.TempDir(), "goods", "lookup", query, "--format", "json"))
	}
}
