/** Fabric CA's REST interface to an organisation's certificate authority. */
@NullMarked
package org.voltrail.network.ca.rest;

import org.jspecify.annotations.NullMarked;
