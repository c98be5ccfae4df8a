package fi.kotiovi.domain.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import com.zaxxer.hikari.HikariDataSource;
import fi.kotiovi.domain.fault.FaultReports;
import fi.kotiovi.domain.fault.Filing;
import fi.kotiovi.domain.fault.Reports;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.EntryConsent;
import fi.kotiovi.vocabulary.StaffRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadingTest {
    private static final byte[] PDF = "%PDF-1.7 hei".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WEBP =
            Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    @RegisterExtension
    static final Town town = Town.found();

    private final Attachments files = town.portal(Attachments.class);
    private final UUID office = town.work().office(1);
    private final Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private final Caller.Resident eino = town.homes().residentOf(office, "Eino");

    @ParameterizedTest
    @CsvSource({"1, RGBY", "2, GRYB", "3, YBGR", "4, BYRG", "5, RBGY", "6, BRYG", "7, YGBR", "8, GYRB"})
    void a_photo_comes_out_upright_however_the_phone_was_held(int orientation, String corners) {
        var jpeg = Pictures.withExif(Pictures.quarters("jpeg", 400, 200), orientation);
        var picture = Pictures.read(contentOf(kept(jpeg)));
        assertThat(picture.getWidth()).isEqualTo(orientation < 5 ? 400 : 200);
        assertThat(picture.getHeight()).isEqualTo(orientation < 5 ? 200 : 400);
        var seen = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            seen.append(letter(picture.getRGB(
                    picture.getWidth() * (1 + 2 * (i % 2)) / 4, picture.getHeight() * (1 + 2 * (i / 2)) / 4)));
        }
        assertThat(seen).hasToString(corners);
    }

    @Test
    void where_and_with_what_it_was_taken_is_gone() throws ImageProcessingException, IOException {
        var jpeg = Pictures.withExif(Pictures.quarters("jpeg", 400, 200), 6);
        assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(jpeg))
                        .getFirstDirectoryOfType(GpsDirectory.class))
                .as("the test picture has a place")
                .isNotNull();
        var cleaned = ImageMetadataReader.readMetadata(new ByteArrayInputStream(contentOf(kept(jpeg))));
        assertThat(cleaned.getDirectoriesOfType(GpsDirectory.class)).isEmpty();
        assertThat(cleaned.getDirectoriesOfType(ExifDirectoryBase.class)).isEmpty();
    }

    @Test
    void a_big_photo_is_kept_small() {
        var picture = Pictures.read(contentOf(kept(Pictures.quarters("jpeg", 5000, 3000))));
        assertThat(picture.getWidth()).isEqualTo(2000);
        assertThat(picture.getHeight()).isEqualTo(1200);
    }

    @Test
    void png_and_webp_become_jpeg() {
        for (var content : List.of(Pictures.quarters("png", 40, 20), Pictures.quarters("gif", 40, 20), WEBP)) {
            var photo = kept(content);
            assertThat(photo.mediaType()).isEqualTo("image/jpeg");
            assertThat(photo.isPhoto()).isTrue();
            assertThat(contentOf(photo)).startsWith(0xFF, 0xD8);
        }
    }

    @Test
    void a_picture_with_too_many_pixels_is_refused_before_anybody_decodes_it() {
        Expect.a(Upload.TooBig.class, photo(Pictures.bomb(60_001, 1_000)));
        Expect.a(Upload.TooBig.class, photo(Pictures.bomb(Integer.MAX_VALUE, Integer.MAX_VALUE)));
        Expect.a(Upload.TooBig.class, photo(new byte[Attachments.LARGEST + 1]));
        Expect.a(Upload.NotReadable.class, photo(Pictures.bomb(10, 10)));
    }

    @Test
    void W01_a_photo_is_decoded_while_every_connection_is_in_other_hands() throws SQLException {
        var pool = (HikariDataSource) town.portal(DataSource.class);
        var cut = Pictures.quarters("png", 400, 200);
        var taken = new ArrayList<Connection>();
        try {
            while (taken.size() < pool.getMaximumPoolSize()) {
                taken.add(pool.getConnection());
            }
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> Expect.a(Upload.NotReadable.class, photo(Arrays.copyOf(cut, cut.length / 2))));
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
    }

    @Test
    void what_only_pretends_to_be_a_picture_is_refused() {
        var html = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        Expect.a(Upload.NotReadable.class, photo(html));
        Expect.a(Upload.NotReadable.class, photo(new byte[0]));
        Expect.a(Upload.NotReadable.class, photo(Arrays.copyOf(Pictures.quarters("png", 40, 20), 60)));
        Expect.a(Upload.NotReadable.class, photo(PDF));
    }

    @Test
    void what_was_hidden_behind_the_picture_is_gone() {
        var jpeg = Pictures.quarters("jpeg", 40, 20);
        var both = Arrays.copyOf(jpeg, jpeg.length + 20);
        System.arraycopy("<script>evil()</script>".getBytes(StandardCharsets.US_ASCII), 0, both, jpeg.length, 20);
        assertThat(new String(contentOf(kept(both)), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @Test
    void a_document_is_taken_only_where_documents_are_allowed() {
        var kept = Expect.a(Upload.Kept.class, town.as(aino, () -> files.keepFile("sopimus.pdf", PDF)));
        assertThat(kept.attachment().mediaType()).isEqualTo("application/pdf");
        assertThat(contentOf(kept.attachment())).isEqualTo(PDF);
        var huge = Arrays.copyOf(PDF, 10 * 1024 * 1024 + 1);
        Expect.a(Upload.TooBig.class, town.as(aino, () -> files.keepFile("iso.pdf", huge)));
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "C:\\kuvat\\hana.jpg, hana.jpg",
        "'  ', ?",
        "'..', '..'",
        "kuva ä😀.jpg, kuva ä😀.jpg"
    })
    void names_are_safe_to_show_and_to_save(String given, String shown) {
        var kept = Expect.a(Upload.Kept.class, town.as(aino, () -> files.keepFile(given, PDF)));
        assertThat(kept.attachment().fileName()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b\r\n.jpg"})
    void control_characters_and_endless_names_are_cut(String given) {
        var kept = Expect.a(Upload.Kept.class, town.as(aino, () -> files.keepFile(given, PDF)));
        assertThat(kept.attachment().fileName()).isEqualTo("ab.jpg");
        var endless = Expect.a(Upload.Kept.class, town.as(aino, () -> files.keepFile("😀".repeat(500), PDF)));
        assertThat(endless.attachment().fileName()).isEqualTo("😀".repeat(120));
    }

    @Test
    void W01_a_photo_follows_the_report_and_is_seen_by_those_who_may() {
        var photo = kept(Pictures.quarters("jpeg", 40, 20));
        var report = Reports.with("Tippuu", "040 123 4567", EntryConsent.YES, "", List.of(photo.id()));
        var filed = town.as(aino, () -> town.portal(FaultReports.class).file(report));
        var fault = Expect.a(Filing.Filed.class, filed).fault().id();
        assertThat(town.as(aino, () -> files.ofFault(fault))).containsExactly(photo);
        assertThat(town.as(eino, () -> files.ofFault(fault))).isEmpty();
        assertThat(town.as(eino, () -> files.content(photo.id()))).isEmpty();
        var crew = town.work().mechanic("Kalle", town.work().crew("H"), StaffRole.CREW);
        assertThat(town.as(crew, () -> town.backOffice(Attachments.class).content(photo.id())))
                .isPresent();
        town.as(aino, () -> files.discard(photo.id()));
        assertThat(town.as(aino, () -> files.ofFault(fault))).as("sent is sent").hasSize(1);
    }

    @Test
    void nobody_sends_or_discards_an_upload_of_somebody_else() {
        var photo = kept(Pictures.quarters("jpeg", 40, 20));
        town.as(eino, () -> files.discard(photo.id()));
        assertThat(town.as(eino, () -> files.unsent(List.of(photo.id())))).isEmpty();
        assertThat(town.as(aino, () -> files.unsent(List.of(photo.id())))).containsExactly(photo);
        town.as(aino, () -> files.discard(photo.id()));
        assertThat(town.as(aino, () -> files.unsent(List.of(photo.id())))).isEmpty();
    }

    @Test
    void strangers_upload_and_see_nothing() {
        var office = town.backOffice(Attachments.class);
        assertThatThrownBy(() -> files.keepPhoto("a.jpg", WEBP)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> office.ofFault(UUID.randomUUID())).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> office.content(UUID.randomUUID())).isInstanceOf(NotAllowedException.class);
    }

    private Upload photo(byte[] content) {
        return town.as(aino, () -> files.keepPhoto("kuva.jpg", content));
    }

    private Attachment kept(byte[] content) {
        return Expect.a(Upload.Kept.class, photo(content)).attachment();
    }

    private byte[] contentOf(Attachment attachment) {
        return town.as(aino, () -> files.content(attachment.id())).orElseThrow();
    }

    private static char letter(int rgb) {
        var red = (rgb >> 16 & 0xFF) > 128;
        var green = (rgb >> 8 & 0xFF) > 128;
        if (red) {
            return green ? 'Y' : 'R';
        }
        return green ? 'G' : 'B';
    }
}
