package io.aftertouch.local.journey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody with a browser. Whatever goes wrong in it (a script error, a broken rule of the Content-Security-Policy, a dialog) is remembered, and
 * {@link #assertNothingWentWrong()} shows it.
 */
final class Visitor implements AutoCloseable {

    private static Playwright playwright;
    private static Browser browser;

    private final BrowserContext context;
    private final Page page;
    private final List<String> wrong = new ArrayList<>();

    private Visitor(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if ((message.type().equals("error") || message.type().equals("warning")) && !isFormThatCameBack(message)) {
                wrong.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> wrong.add("script error: " + error));
        page.onDialog(dialog -> {
            wrong.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    /** Browsers call it an error when what was sent comes back to be completed. */
    private static boolean isFormThatCameBack(ConsoleMessage message) {
        return message.text().startsWith("Failed to load resource: the server responded with a status of 422");
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of(Optional.ofNullable(System.getenv("AFTERTOUCH_CHROMIUM"))
                                    .orElse("/usr/bin/chromium")))
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "browser-close"));
        }
        return browser;
    }

    static Visitor arrives() {
        return new Visitor(browser().newContext());
    }

    /** Somebody whose every page has {@link Axe} in it, and whose pages change their colours at once. */
    static Visitor arrives(int width) {
        BrowserContext context = browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setReducedMotion(ReducedMotion.REDUCE));
        Axe.putInto(context);
        return new Visitor(context);
    }

    static Visitor withoutJavaScript() {
        return new Visitor(browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false)));
    }

    Page page() {
        return page;
    }

    Page open(String address) {
        page.navigate(address);
        return page;
    }

    /** Opens a page of the staff, signing in on the way. */
    Page signInTo(RunningSuite suite, String path) {
        page.navigate(suite.url() + path);
        page.getByLabel("Name").fill(suite.credential("user"));
        page.getByLabel("Password").fill(suite.credential("password"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForURL(suite.url() + path);
        return page;
    }

    /** A person reads the question first; whoever answers within a second is asked to confirm. */
    void readsTheQuestion() {
        page.waitForTimeout(1_200);
    }

    /** What went wrong so far. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    void assertNothingWentWrong() {
        assertThat(wrong).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
