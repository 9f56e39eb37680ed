package cairn.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// Requests that no decent client sends: the JDK's refuses to set `Host`.
final class RawHttp {
    private RawHttp() {}

    /// @param head without the empty line at its end
    static String statusLine(URI server, String head) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort());
                var lines =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return String.valueOf(lines.readLine());
        }
    }
}
