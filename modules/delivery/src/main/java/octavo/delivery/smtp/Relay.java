package octavo.delivery.smtp;

public record Relay(String host, int port) {}
