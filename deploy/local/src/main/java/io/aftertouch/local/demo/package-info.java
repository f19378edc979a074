/** Ninety days of Nordlys, a made-up Nordic retailer, told to the suite through its public API as other systems would. */
package io.aftertouch.local.demo;
