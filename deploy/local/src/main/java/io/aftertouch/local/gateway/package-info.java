/** The one site on one machine: routes each path to its service and refuses what no service should see. */
package io.aftertouch.local.gateway;
