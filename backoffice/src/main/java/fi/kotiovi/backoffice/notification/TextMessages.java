package fi.kotiovi.backoffice.notification;

/** The way to a telephone, for text messages. An operator's gateway is plugged in here. */
public interface TextMessages {
    /**
     * Sends one message; returns when the gateway has taken it.
     *
     * @param phone in E.164
     * @throws RuntimeException when the gateway refused; the message is tried again later
     */
    void send(String phone, String text);
}
