/** Ninety days of a made-up Nordic retailer, Nordlys, told through the public interfaces of a running suite. */
package io.aftertouch.local.demo;
