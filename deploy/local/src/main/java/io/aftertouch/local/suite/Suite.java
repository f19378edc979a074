package io.aftertouch.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.embedded.StartFailure;
import io.aftertouch.local.gateway.Gateway;
import io.aftertouch.local.gateway.Upstream;
import io.aftertouch.local.mail.MailServer;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;

/**
 * All parts together. They start in the order in which they need each other (mail and the gateway, database and broker, the services) and stop in
 * the opposite order, so that an answer that was acknowledged is always written down.
 */
final class Suite {

    private final SuiteSettings settings;
    private final DataFolder data;
    private final Progress progress;
    private final Vertx vertx;
    private final List<PartKeeper> foundations;
    private final List<PartKeeper> services;
    private MailServer mail;
    private Gateway gateway;
    private boolean stopped;

    Suite(SuiteSettings settings, DataFolder data, Progress progress) {
        this.settings = settings;
        this.data = data;
        this.progress = progress;
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(2)
                .setInternalBlockingPoolSize(2)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        this.foundations = List.of(keeper(settings.brokerPart()), keeper(settings.databasePart()));
        this.services = SuiteSettings.services().stream()
                .map(service -> keeper(settings.servicePart(service)))
                .toList();
    }

    private PartKeeper keeper(Part part) {
        StopWish wish = new StopWish(data.stopped(), part.name());
        wish.withdraw();
        return new PartKeeper(part, wish, BackOff.DEFAULT, progress, this::writePids);
    }

    static List<String> partNames() {
        List<String> names = new ArrayList<>(List.of(DatabasePart.NAME, BrokerPart.NAME));
        SuiteSettings.services().stream().map(Upstream::partName).forEach(names::add);
        return names;
    }

    /** Returns when everything is ready. */
    void start() {
        open();
        startAll(foundations);
        startAll(services);
    }

    private synchronized void open() {
        try {
            mail = MailServer.start(settings.mailPort(), data.mail(), Clock.systemUTC());
            gateway = Gateway.open(vertx, settings.publicPort(), settings.ports(), mail.pages(SuiteZone.zone()));
        } catch (IOException e) {
            throw new StartFailure(
                    e.getCause() instanceof BindException
                            ? "Port " + settings.publicPort() + " cannot be used (" + e.getMessage()
                                    + "); choose another with --port."
                            : "The gateway could not be started: " + e.getMessage() + ".",
                    e);
        }
    }

    private void startAll(List<PartKeeper> keepers) {
        synchronized (this) {
            if (stopped) {
                throw new StartFailure("Stopped while starting.");
            }
            keepers.forEach(PartKeeper::launch);
        }
        keepers.forEach(PartKeeper::awaitFirstStart);
    }

    /** Stops everything; nothing is left running when it returns. */
    void stop() {
        synchronized (this) {
            if (stopped) {
                return;
            }
            stopped = true;
        }
        services.forEach(PartKeeper::startNoMore);
        foundations.forEach(PartKeeper::startNoMore);
        stopAll(services);
        if (gateway != null) {
            gateway.close();
        }
        if (mail != null) {
            mail.close();
        }
        stopAll(foundations);
        vertx.close().toCompletionStage().toCompletableFuture().join();
        deletePids();
    }

    private static void stopAll(List<PartKeeper> keepers) {
        List<Thread> stops = keepers.stream()
                .map(keeper -> Thread.startVirtualThread(keeper::stop))
                .toList();
        for (Thread stop : stops) {
            try {
                stop.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void writePids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        pids.put("launcher", ProcessHandle.current().pid());
        for (List<PartKeeper> keepers : List.of(foundations, services)) {
            keepers.forEach(keeper -> keeper.pid().ifPresent(pid -> pids.put(keeper.name(), pid)));
        }
        try {
            Path unfinished = data.pidsJson().resolveSibling("pids.json.unfinished");
            Files.writeString(unfinished, new ObjectMapper().writeValueAsString(pids));
            Files.move(
                    unfinished, data.pidsJson(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deletePids() {
        try {
            Files.deleteIfExists(data.pidsJson());
        } catch (IOException e) {
            progress.say("pids.json could not be deleted: " + e.getMessage());
        }
    }
}
