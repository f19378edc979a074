/** What requests and forms of pages have in common that change something people edit. */
package io.aftertouch.platform.edit;
