package fi.kotiovi.e2e.browser;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Takes photos as a phone does: lying on their side, with a note of how to turn them and of where they were taken. */
public final class Camera {
    /** What betrays the place, and must never be stored. */
    public static final String PLACE = "60.1699N 24.9384E";

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    private Camera() {}

    /** A JPEG of 640 × 480 that its EXIF says is to be shown as 480 × 640. */
    public static byte[] photo() {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(0x9c, 0xb8, 0xc4), WIDTH, HEIGHT, new Color(0x2f, 0x4a, 0x44)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.WHITE);
        pen.fillOval(WIDTH / 2 - 30, HEIGHT / 2 - 40, 60, 80);
        pen.dispose();
        var jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return withExif(jpeg.toByteArray());
    }

    /** Says it is a photo and is none. */
    public static byte[] fake() {
        return "GIF89a is what I am not; <?php echo 1 ?>".getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withExif(byte[] jpeg) {
        var place = PLACE.getBytes(StandardCharsets.US_ASCII);
        var valueAt = 8 + 2 + 2 * 12 + 4;
        var tiff = ByteBuffer.allocate(valueAt + place.length + 1);
        tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 2);
        // ImageDescription, then Orientation: turn a quarter to the right
        tiff.putShort((short) 0x010E)
                .putShort((short) 2)
                .putInt(place.length + 1)
                .putInt(valueAt);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0);
        tiff.putInt(0).put(place);
        var segment = ByteBuffer.allocate(2 + 2 + 6 + tiff.capacity());
        segment.put((byte) 0xFF).put((byte) 0xE1).putShort((short) (2 + 6 + tiff.capacity()));
        segment.put(new byte[] {'E', 'x', 'i', 'f', 0, 0}).put(tiff.array());
        return ByteBuffer.allocate(jpeg.length + segment.capacity())
                .put(jpeg, 0, 2)
                .put(segment.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
