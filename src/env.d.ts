/// <reference path="../.astro/types.d.ts" />

declare namespace App {
  interface Locals {
    viewer: import("./accounts/roles.ts").Viewer | null;
    /** The row of the session that the viewer is signed in with. */
    sessionId: string | null;
    /** The id of this request, in the log and on the error page. */
    requestId: string;
    /** Where a citizen may call, as it is shown; empty when nobody has written a number. */
    phone: string;
    /** The address of the site, without a slash at its end. */
    siteUrl: string;
    /** With what a refused form comes back. */
    formStatus?: number;
    /** The clock of the machine cannot be believed: a desk says so. */
    clockIsWrong: boolean;
  }
}
