package dev.threadline.conformance;

/// A place where the demo's form is not the Python server's.
///
/// @param exchange its name
/// @param place in the exchange, such as `status` or `values $.topic`
/// @param python what stands there on the Python server
/// @param demo what stands there in the demo
record Difference(String exchange, String place, String python, String demo) {
    @Override
    public String toString() {
        return "| " + exchange + " | " + place + " | " + python + " | " + demo + " |";
    }
}
