import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The icon in the file forms of Windows and macOS: both are lists of PNG images, kept as they are.
final class IconFile {
    private static final int ICO_HEAD = 6;
    private static final int ICO_ENTRY = 16;
    private static final int ICNS_HEAD = 8;

    private IconFile() {}

    /// Writes the images up to 256 pixels as a Windows icon.
    static Path ico(Path icons, Path file) throws IOException {
        List<Integer> sizes = List.of(16, 32, 48, 64, 128, 256);
        List<byte[]> images = new ArrayList<>();
        int length = ICO_HEAD + ICO_ENTRY * sizes.size();
        for (int size : sizes) {
            images.add(png(icons, size));
            length += images.getLast().length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort((short) 0).putShort((short) 1).putShort((short) sizes.size());
        int at = ICO_HEAD + ICO_ENTRY * sizes.size();
        for (int i = 0; i < sizes.size(); i++) {
            // A side of 256 is written as 0.
            byte side = (byte) (int) sizes.get(i);
            bytes.put(side).put(side).put((byte) 0).put((byte) 0);
            bytes.putShort((short) 1).putShort((short) 32);
            bytes.putInt(images.get(i).length).putInt(at);
            at += images.get(i).length;
        }
        images.forEach(bytes::put);
        return Files.write(file, bytes.array());
    }

    /// Writes the images as a macOS icon; those for screens of double density are the next larger ones.
    static Path icns(Path icons, Path file) throws IOException {
        record Image(String type, byte[] png) {}
        List<Image> images = List.of(
                new Image("icp4", png(icons, 16)),
                new Image("ic11", png(icons, 32)),
                new Image("icp5", png(icons, 32)),
                new Image("ic12", png(icons, 64)),
                new Image("ic07", png(icons, 128)),
                new Image("ic13", png(icons, 256)),
                new Image("ic08", png(icons, 256)),
                new Image("ic14", png(icons, 512)),
                new Image("ic09", png(icons, 512)));
        int length = ICNS_HEAD
                + images.stream()
                        .mapToInt(image -> ICNS_HEAD + image.png().length)
                        .sum();
        ByteBuffer bytes = ByteBuffer.allocate(length);
        bytes.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(length);
        for (Image image : images) {
            bytes.put(image.type().getBytes(StandardCharsets.US_ASCII));
            bytes.putInt(ICNS_HEAD + image.png().length).put(image.png());
        }
        return Files.write(file, bytes.array());
    }

    private static byte[] png(Path icons, int size) throws IOException {
        return Files.readAllBytes(icons.resolve("threadline-" + size + ".png"));
    }
}
