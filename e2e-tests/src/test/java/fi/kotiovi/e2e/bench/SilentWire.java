package fi.kotiovi.e2e.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The wire to a mail server: lets everything through, or takes calls and says nothing, as a server that hangs. */
final class SilentWire implements AutoCloseable {
    private final ServerSocket door;
    private final int server;
    private volatile boolean silent;

    SilentWire(int server) {
        this.server = server;
        try {
            door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::listen);
    }

    int port() {
        return door.getLocalPort();
    }

    void silent(boolean now) {
        silent = now;
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                if (!silent) {
                    Thread.startVirtualThread(() -> connect(caller));
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private void connect(Socket caller) {
        try (caller;
                var called = new Socket(InetAddress.getLoopbackAddress(), server)) {
            var back = Thread.startVirtualThread(() -> pour(called, caller));
            pour(caller, called);
            back.join();
        } catch (IOException e) {
            // the caller hears it as a lost connection, which is what it is
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pour(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // one side has hung up; the other notices by itself
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
