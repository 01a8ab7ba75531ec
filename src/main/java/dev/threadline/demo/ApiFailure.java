package dev.threadline.demo;

/// A request that can't be answered as asked, in the API's words (protocol, section 1.1).
final class ApiFailure extends Exception {
    private final int status;

    ApiFailure(int status, String detail) {
        super(detail);
        this.status = status;
    }

    static ApiFailure notFound() {
        return new ApiFailure(404, "Not Found");
    }

    static ApiFailure unprocessable(String detail) {
        return new ApiFailure(422, detail);
    }

    static ApiFailure unavailable(String what) {
        return new ApiFailure(501, what + " is not part of this deployment: langgraph4j has no counterpart.");
    }

    int status() {
        return status;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
