package io.aftertouch.platform.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.bucket4j.Bucket;

/** Lets each address do something so many times a minute. */
public final class PerAddress {

    private static final int REMEMBERED = 10_000;

    private final int perMinute;
    private final Map<String, Bucket> byAddress = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    public PerAddress(int perMinute) {
        this.perMinute = perMinute;
    }

    /** @return false when this address has had as many as it may */
    public boolean allowAnother(String address) {
        return bucketOf(network(address)).tryConsume(1);
    }

    /** Tells whether it has, without counting. */
    boolean isUsedUp(String address) {
        return bucketOf(network(address)).getAvailableTokens() == 0;
    }

    private synchronized Bucket bucketOf(String network) {
        return byAddress.computeIfAbsent(network, any -> Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build());
    }

    /** An IPv6 subscriber has a whole /64 to come from. An address with a colon is read as it stands, never looked up. */
    static String network(String address) {
        if (address == null || address.indexOf(':') < 0) {
            return String.valueOf(address);
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
