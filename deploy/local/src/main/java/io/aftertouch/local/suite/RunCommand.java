package io.aftertouch.local.suite;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import io.aftertouch.embedded.FreePorts;
import io.aftertouch.embedded.StartFailure;
import io.aftertouch.local.demo.Demonstration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What {@code deploy/run} does once a JDK is found and everything is built. Its options are explained by {@code deploy/run --help}, which needs
 * neither.
 */
@Command(name = "deploy/run")
final class RunCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    @Option(names = "--port", paramLabel = "PORT")
    private int port = 8080;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data;

    @Option(names = "--demo")
    private boolean demo;

    @Option(names = "--fresh")
    private boolean fresh;

    @Option(names = "--add-user", paramLabel = "NAME:ROLE,ROLE")
    private String userToAdd;

    @Option(names = "--stop-part", paramLabel = "PART")
    private String partToStop;

    @Option(names = "--start-part", paramLabel = "PART")
    private String partToStart;

    private final Path root;
    private final Progress progress;

    RunCommand(Path root, Progress progress) {
        this.root = root;
        this.progress = progress;
    }

    public static void main(String[] arguments) {
        RunCommand command = new RunCommand(Path.of(System.getProperty("aftertouch.root")), new Progress(System.out));
        int status = new CommandLine(command)
                .setParameterExceptionHandler((mistake, ignored) -> {
                    System.err.println("deploy/run: " + mistake.getMessage() + ". See deploy/run --help.");
                    return MISUSED;
                })
                .setExecutionExceptionHandler((failure, ignored, result) -> {
                    if (failure instanceof StartFailure) {
                        System.err.println("deploy/run: " + failure.getMessage());
                        return FAILED;
                    }
                    throw failure;
                })
                .execute(arguments);
        System.exit(status);
    }

    @Override
    public Integer call() throws InterruptedException {
        DataFolder folder = new DataFolder(data == null ? root.resolve("data") : data);
        if (port < 1 || port > 65_535) {
            throw new StartFailure("A port lies between 1 and 65535.");
        }
        if (userToAdd != null) {
            addUser(folder, UserToAdd.parse(userToAdd));
            return 0;
        }
        if (partToStop != null || partToStart != null) {
            new PartSwitch(folder, progress).turn(partToStop, partToStart);
            return 0;
        }
        run(folder);
        return 0;
    }

    private void addUser(DataFolder folder, UserToAdd user) {
        folder.prepare();
        UsersFile users = new UsersFile(folder.users());
        users.makeAdmin(Secrets.keptIn(folder.secrets()).adminPassword());
        String password = Secrets.password(new SecureRandom());
        users.add(user, password);
        progress.show(user.name() + " may sign in with the password " + password);
    }

    private void run(DataFolder folder) throws InterruptedException {
        folder.prepare();
        FileLock lock = folder.lock();
        LeftOvers.of(folder).stop(progress);
        if (fresh) {
            folder.empty();
        }
        LaunchLog.to(folder.log("launcher"));
        if (!FreePorts.isFree(port)) {
            throw new StartFailure("Port " + port + " is in use; choose another with --port.");
        }
        forget(folder.credentials());
        Secrets secrets = Secrets.keptIn(folder.secrets());
        new UsersFile(folder.users()).makeAdmin(secrets.adminPassword());
        SuiteSettings settings =
                new SuiteSettings(new Installation(root), folder, secrets, port, new FreePorts(new SecureRandom()));
        Credentials credentials =
                new Credentials(settings.publicAddress(), "admin", secrets.adminPassword(), secrets.apiKey());
        progress.say("Starting on the data in " + folder.path());
        Suite suite = new Suite(settings, folder, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite, lock), "stop"));
        suite.start();
        new KeyCheck().await(credentials);
        credentials.write(folder.credentials());
        welcome(credentials, folder);
        if (demo) {
            fillIn(credentials, folder);
        }
        new CountDownLatch(1).await();
    }

    /** Beside everything else: the suite can be used while it is being filled. */
    private void fillIn(Credentials credentials, DataFolder folder) {
        Demonstration demonstration = new Demonstration(
                URI.create(credentials.url()), credentials.apiKey(), folder.demo(), progress::say, Clock.systemUTC());
        Thread.ofPlatform().daemon().name("demo").start(demonstration::run);
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StartFailure(file + " cannot be deleted: " + e.getMessage() + ".", e);
        }
    }

    /** Holds the lock until nothing of the suite is left. */
    private void stop(Suite suite, FileLock lock) {
        progress.say("Stopping");
        long from = System.nanoTime();
        suite.stop();
        try {
            lock.release();
        } catch (IOException e) {
            progress.say("The lock of the data folder could not be released: " + e.getMessage());
        }
        progress.say(String.format(
                Locale.ROOT,
                "Stopped within %.1f s",
                Duration.ofNanos(System.nanoTime() - from).toMillis() / 1e3));
    }

    private void welcome(Credentials credentials, DataFolder folder) {
        progress.say("Aftertouch is ready");
        progress.show("""

                  Address   %s
                  Sign in   %s / %s
                  API key   %s
                  Mail      %s/mail
                  Data      %s (logs in %s)

                  Ctrl-C stops it.
                """.formatted(
                        credentials.url(),
                        credentials.user(),
                        credentials.password(),
                        credentials.apiKey(),
                        credentials.url(),
                        folder.path(),
                        folder.path().relativize(folder.logs())));
    }
}
