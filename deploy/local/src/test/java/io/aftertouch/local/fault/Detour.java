package io.aftertouch.local.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.aftertouch.embedded.FreePorts;

/**
 * The database or the broker of a suite behind a wire that can fail: the part is stopped and runs again with its data on another port, and at its own
 * port the wire begins. All services come that way, and none knows of it. At the end the suite gets its part back.
 */
final class Detour implements AutoCloseable {

    private static final FreePorts PORTS = new FreePorts(new SecureRandom());

    private final Stage stage;
    private final String part;
    private final Process process;
    private final FaultProxy wire;

    private Detour(Stage stage, String part, Process process, FaultProxy wire) {
        this.stage = stage;
        this.part = part;
        this.process = process;
        this.wire = wire;
    }

    static Detour toDatabase(Stage stage) throws IOException {
        int target = PORTS.next();
        List<String> command = new ArrayList<>();
        int port = 0;
        for (String argument : stage.command("database")) {
            if (argument.startsWith("--port=")) {
                port = Integer.parseInt(argument.substring("--port=".length()));
                command.add("--port=" + target);
            } else if (!argument.startsWith("--init-file=")) { // what it makes is there, and the file is gone
                command.add(argument);
            }
        }
        return start(stage, "database", command, port, target);
    }

    /** Its clients are told to come to the old port, where the wire is. */
    static Detour toBroker(Stage stage) throws IOException {
        int target = PORTS.next();
        int port = Integer.parseInt(stage.broker().substring(stage.broker().indexOf(':') + 1));
        List<String> command = new ArrayList<>(stage.command("broker"));
        int place = command.size() - 3;
        Path moved = stage.suite().file("moved-broker.properties");
        try (Stream<String> lines = Files.lines(Path.of(command.get(place)))) {
            Files.write(
                    moved,
                    lines.map(line -> line.startsWith("listeners=")
                                    ? line.replace("127.0.0.1\\:" + port, "127.0.0.1\\:" + target)
                                    : line)
                            .toList());
        }
        command.set(place, moved.toString());
        command.set(place + 1, stage.suite().file("moved-broker.ready").toString());
        command.set(place + 2, Long.toString(ProcessHandle.current().pid()));
        return start(stage, "broker", command, port, target);
    }

    private static Detour start(Stage stage, String part, List<String> command, int port, int target)
            throws IOException {
        stage.suite().stopPart(part);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        stage.suite().file("moved-" + part + ".log").toFile()))
                .start();
        Detour detour = new Detour(stage, part, process, FaultProxy.between(port, target));
        stage.awaitReady();
        return detour;
    }

    FaultProxy wire() {
        return wire;
    }

    @Override
    public void close() throws IOException {
        Stage.end(process);
        wire.close();
        stage.suite().startPart(part);
        stage.awaitReady();
    }
}
