package fi.kotiovi.portal.shell;

import com.vaadin.flow.component.html.Span;

/** Our own pictures beside words: one line weight, 24 × 24, drawn to be read at 40 px. */
public enum Pictogram {
    HOME("M4 11l8-7 8 7M6 10v10h12V10M10 20v-6h4v6"),
    TAP(
            "M4 10h9a4 4 0 0 1 4 4v1M4 7v6M10 10V6M7 6h6M17 18.2c1 1.3 1.3 1.7 1.3 2.3a1.3 1.3 0 0 1-2.6 0c0-.6.3-1 1.3-2.3z"),
    WATER("M12 3s6 7 6 11a6 6 0 0 1-12 0c0-4 6-11 6-11zM3 21c2-1.5 4-1.5 6 0s4 1.5 6 0 4-1.5 6 0"),
    DRAIN("M7 4v9a5 5 0 0 0 10 0V8M7 4h4M4 4h6M17 8l-3 3M17 8l3 3"),
    TOILET("M6 3h6v7H6zM6 10h13a6 6 0 0 1-6 6H9M9 16l-1 5h7l-1-5"),
    HEAT("M5 6v12M9 6v12M13 6v12M17 6v12M3 9h18M3 15h18"),
    COLD("M12 3v12M9 6h3M9 9h3M12 15a3 3 0 1 0 .01 0M18 5l3 3M21 5l-3 3"),
    HOT_WATER("M4 15h9a4 4 0 0 1 4 4v1M4 12v6M10 15v-4M7 11h6M8 3c-1 1.5 1 2 0 4M12 3c-1 1.5 1 2 0 4"),
    NO_WATER("M4 10h9a4 4 0 0 1 4 4v1M4 7v6M10 10V6M7 6h6M3 3l18 18"),
    POWER("M13 3L6 13h5l-1 8 8-11h-5z"),
    DOOR("M6 3h12v18H6zM14 12h.01M3 21h18"),
    DOOR_OPEN("M6 3h12v18H6zM14 12h.01M3 3l18 18"),
    WINDOW("M5 3h14v16H5zM12 3v16M5 11h14M3 19h18"),
    AIR("M3 9h11a3 3 0 1 0-3-3M3 13h15a3 3 0 1 1-3 3M3 17h7"),
    DAMP("M4 4h16v16H4zM9 9h.01M13 8h.01M11 12h.01M15 12h.01M8 14h.01M13 16h.01"),
    APPLIANCE("M6 3h12v18H6zM6 9h12M9 6v.01M9 12v3"),
    SMOKE_ALARM("M12 5a7 7 0 1 0 .01 0M12 9a3 3 0 1 0 .01 0M4 3L2 5M20 3l2 2"),
    WALL("M4 4h16v16H4zM4 9h16M4 14h16M10 4v5M15 9v5M9 14v6"),
    LIFT(
            "M5 3h14v18H5zM12 3v18M8.500 10L8.5 14M8.5 9.500L7 11M8.500 9.5L10 11M15.500 10v4M15.5 14.500L14 13M15.500 14.5L17 13"),
    STAIRS("M4 20h4v-4h4v-4h4V8h4"),
    LAUNDRY("M5 3h14v18H5zM12 9.500a4.500 4.5 0 1 0 .01 0M8 6h.01M11 6h.01"),
    YARD("M12 3l5 7h-3l4 6H6l4-6H7zM12 16v5"),
    SNOW(
            "M12 3v18M4.200 7.500l15.600 9M19.800 7.500l-15.600 9M9.500 4.500L12 7l2.500-2.500M9.500 19.500L12 17l2.500 2.500"),
    WASTE("M5 7h14M9 7V4h6v3M7 7l1 14h8l1-14M10 11v6M14 11v6"),
    PEST(
            "M12 8a4 5 0 0 1 4 5v2a4 4 0 0 1-8 0v-2a4 5 0 0 1 4-5zM12 8V5M10 5l2 2 2-2M4 10l4 2M4 16h4M20 10l-4 2M20 16h-4M6 21l3-3M18 21l-3-3"),
    TV("M3 6h18v11H3zM9 21h6M12 17v4"),
    CAR("M4 16v-4l2-5h12l2 5v4zM4 12h16M7 16v2M17 16v2M7.500 14h.01M16.500 14h.01"),
    QUESTION("M9 9a3 3 0 1 1 4 2.800c-.7.4-1 .9-1 2.200M12 17.500v.01M12 3a9 9 0 1 0 .01 0"),
    KITCHEN("M7 3v7a2 2 0 0 0 2 2v9M5 3v5M9 3v5M16 3c-2 1-3 4-3 8h3v10"),
    BATH("M4 12h16v3a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4zM7 12V6a2 2 0 0 1 4 0M7 19v2M17 19v2"),
    SOFA("M5 11V7a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v4M3 12a2 2 0 0 1 4 0v2h10v-2a2 2 0 0 1 4 0v6H3zM5 18v2M19 18v2"),
    BED("M3 18v-7h14a4 4 0 0 1 4 4v3M3 15h18M3 6v5M7 11V8h5v3"),
    COAT("M12 6a2 2 0 1 1 2-2M12 6v2l8 6v1H4v-1l8-6"),
    BALCONY("M4 12h16M5 12v8M9 12v8M15 12v8M19 12v8M3 20h18M8 12V4h8v8"),
    SAUNA("M4 20v-5h5v5M4 15l2-4h1l2 4M13 4c-2 2 2 3 0 5M17 4c-2 2 2 3 0 5M12 13h9M12 17h9M14 13v7M19 13v7"),
    BOX("M4 8l8-4 8 4v9l-8 4-8-4zM4 8l8 4 8-4M12 12v9"),
    BIKE("M6 13a4 4 0 1 0 .01 0M18 13a4 4 0 1 0 .01 0M6 17l4-8h6l2 8M10 9l4 8M9 6h3M15 6l1 3"),
    PEOPLE("M8 5a3 3 0 1 0 .01 0M3 20c0-4 2-6 5-6s5 2 5 6M16 7a2.500 2.5 0 1 0 .01 0M15 14c3 0 5 2 5 5"),
    PLAY("M12 4L5 20M12 4l7 16M8 13h8M12 4v9"),
    ROOF("M3 13l9-8 9 8M6 13v7M18 13v7M8 8V4h3"),
    FIRE("M12 3c1 4 6 6 6 11a6 6 0 0 1-12 0c0-3 2-4 2-6 2 1 3 2 3 4 1-2 2-5 1-9z"),
    FALLING("M4 5h16M8 5v4l-2 4-2-4V5M14 5v6l-2 5-2-5V5M20 5v3l-2 4-2-4V5M5 20h14"),
    WRENCH("M14 6a4 4 0 0 1 5 5l-9 9-4-4 9-9zM6 16l-2 4 4-2"),
    CALENDAR("M4 7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM4 10h16M8 3v4M16 3v4"),
    MESSAGE("M4 5h16v11H9l-5 4z"),
    PHONE("M5 4h4l2 5-3 2a12 12 0 0 0 5 5l2-3 5 2v4c-9 2-17-6-15-15z"),
    PERSON("M12 4a4 4 0 1 0 .01 0M4 21c1-4 4-6 8-6s7 2 8 6"),
    BACK("M15 5l-7 7 7 7"),
    FORWARD("M9 5l7 7-7 7"),
    CHECK("M5 13l5 5L20 6"),
    CAMERA("M4 8h4l2-3h4l2 3h4v11H4zM12 10a3.500 3.5 0 1 0 .01 0"),
    KEY("M8 4a4 4 0 1 0 .01 0M11 11l9 9M16 16l3-3"),
    SIGN_OUT("M10 4H5v16h5M14 8l4 4-4 4M18 12H9");

    private final String path;

    Pictogram(String path) {
        this.path = path;
    }

    /** Hidden from screen readers: the words beside it say the same. */
    public Span icon(String... classes) {
        var icon = new Span();
        icon.addClassName("icon");
        icon.addClassNames(classes);
        icon.getElement()
                .setProperty(
                        "innerHTML",
                        "<svg viewBox='0 0 24 24' aria-hidden='true' focusable='false'><path d='" + path + "'/></svg>");
        return icon;
    }
}
