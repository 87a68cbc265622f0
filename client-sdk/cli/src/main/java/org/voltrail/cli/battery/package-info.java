/** Commands about batteries: registering one or many, showing them, their second life. */
@NullMarked
package org.voltrail.cli.battery;

import org.jspecify.annotations.NullMarked;
