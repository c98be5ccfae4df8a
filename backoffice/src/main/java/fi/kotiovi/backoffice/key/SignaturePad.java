package fi.kotiovi.backoffice.key;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.domain.key.Signature;

/**
 * A place to sign with a finger, a pen or a mouse. Whoever cannot draw, or has no screen to draw on, signs on paper and
 * says so with a button.
 */
public class SignaturePad extends Div {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_NAME = 120;
    private static final String DRAW = """
            const host = this, canvas = $0, pen = canvas.getContext('2d');
            pen.lineWidth = 3; pen.lineCap = pen.lineJoin = 'round'; pen.strokeStyle = '#15231f';
            let down = false, drawn = false;
            const at = event => {
              const box = canvas.getBoundingClientRect();
              return [(event.clientX - box.left) * canvas.width / box.width, (event.clientY - box.top) * canvas.height / box.height];
            };
            canvas.addEventListener('pointerdown', event => {
              down = true; canvas.setPointerCapture(event.pointerId);
              pen.beginPath(); pen.moveTo(...at(event)); pen.lineTo(...at(event)); pen.stroke(); event.preventDefault();
            });
            canvas.addEventListener('pointermove', event => {
              if (!down) return;
              pen.lineTo(...at(event)); pen.stroke(); drawn = true;
            });
            const up = () => {
              if (!down) return;
              down = false;
              if (drawn) { host.png = canvas.toDataURL('image/png').split(',')[1]; host.dispatchEvent(new Event('signed')); }
            };
            canvas.addEventListener('pointerup', up);
            canvas.addEventListener('pointercancel', up);
            host.wipe = () => { pen.clearRect(0, 0, canvas.width, canvas.height); drawn = false; host.png = ''; };""";

    private final TextField name = new TextField();
    private final Div sheet = new Div();
    private final NativeButton paper;
    private final transient Runnable changed;
    private String png = "";
    private boolean onPaper;

    /** {@code signer} is who most likely signs; {@code changed} runs whenever something was signed or wiped. */
    public SignaturePad(String signer, Runnable changed) {
        this.changed = changed;
        addClassName("signature");
        name.setLabel(getTranslation("key.sign.name"));
        name.setValue(signer);
        name.setMaxLength(LONGEST_NAME);
        name.setWidthFull();
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(event -> changed.run());
        var canvas = new Element("canvas");
        canvas.setAttribute("width", "640").setAttribute("height", "200");
        canvas.setAttribute("role", "img").setAttribute("aria-label", getTranslation("key.sign.here"));
        var hint = new Span(getTranslation("key.sign.here"));
        hint.addClassNames("soft", "small");
        sheet.addClassName("sign-sheet");
        sheet.getElement().appendChild(canvas);
        sheet.add(hint);
        getElement().setProperty("png", "");
        getElement().addPropertyChangeListener("png", "signed", event -> {
            png = String.valueOf(event.getValue());
            sheet.addClassName("drawn");
            changed.run();
        });
        addAttachListener(event -> getElement().executeJs(DRAW, canvas));
        var wipe = Buttons.link(getTranslation("key.sign.wipe"), this::wipe);
        paper = Buttons.line(getTranslation("key.sign.paper"), this::turnToPaper);
        paper.addClassName("s");
        paper.getElement().setAttribute("aria-pressed", "false");
        var row = new Div(paper, wipe);
        row.addClassNames("row", "wrap");
        add(name, sheet, row);
    }

    private void wipe() {
        png = "";
        sheet.removeClassName("drawn");
        getElement().executeJs("this.wipe()");
        changed.run();
    }

    private void turnToPaper() {
        onPaper = !onPaper;
        paper.getElement().setAttribute("aria-pressed", String.valueOf(onPaper));
        sheet.setVisible(!onPaper);
        changed.run();
    }

    public boolean isGiven() {
        return value().isGiven();
    }

    public Signature value() {
        return onPaper ? Signature.onPaper(name.getValue()) : Signature.drawn(png, name.getValue());
    }
}
