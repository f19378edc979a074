/**
 * Whoever means ill: reads the committed OpenAPI document of a service and sends everything that it should refuse, and tries every door with every kind of
 * credentials. Each service runs it in one class of tests, with what it needs to have things to send to.
 */
package io.aftertouch.platform.testing.intruder;
