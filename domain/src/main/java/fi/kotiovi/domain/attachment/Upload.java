package fi.kotiovi.domain.attachment;

/** How taking a file in ended. */
public sealed interface Upload {
    record Kept(Attachment attachment) implements Upload {}

    /** More bytes, or more pixels, than we take. */
    record TooBig() implements Upload {}

    /** Whatever its name says, its content is no picture or document that we can open. */
    record NotReadable() implements Upload {}
}
