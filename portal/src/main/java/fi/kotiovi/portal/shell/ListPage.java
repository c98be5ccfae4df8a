package fi.kotiovi.portal.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;

/** A list of cards, a page at a time, with a way to begin something new and words for when it is empty. */
public abstract class ListPage extends Page {
    private static final long serialVersionUID = 1;
    private static final int AT_A_TIME = 20;

    private final String noun;
    private final String createAt;
    private final transient Rows rows;
    private final Div list = new Div();
    private int shown;

    protected ListPage(String noun, String createAt, Rows rows) {
        this.noun = noun;
        this.createAt = createAt;
        this.rows = rows;
        list.addClassName("stack");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        begin(getTranslation(noun + ".list.title"), "/");
        list.removeAll();
        shown = 0;
        add(link(createAt, getTranslation(noun + ".list.new"), "btn", "wide"), list);
        more();
        if (shown == 0) {
            var empty = soft(getTranslation(noun + ".list.empty"));
            empty.addClassName("empty");
            add(empty);
        }
    }

    private void more() {
        var page = rows.page(shown, AT_A_TIME + 1);
        page.stream().limit(AT_A_TIME).forEach(list::add);
        shown += Math.min(page.size(), AT_A_TIME);
        if (page.size() > AT_A_TIME) {
            var button = new NativeButton(getTranslation("list.more"));
            button.addClassNames("btn", "line", "wide");
            button.addClickListener(click -> {
                list.remove(button);
                more();
            });
            list.add(button);
        }
    }

    /** Reads a page of the list as cards. */
    @FunctionalInterface
    public interface Rows {
        List<? extends Component> page(int offset, int limit);
    }
}
