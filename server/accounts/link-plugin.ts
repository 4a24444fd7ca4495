import { createHash } from "node:crypto";
import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import * as v from "valibot";

/** What stands in the database for a token: its digest, so that who reads the table cannot sign in. */
export const linkIdentifier = (token: string): string => `sign-in-link:${createHash("sha256").update(token).digest("base64url")}`;

/**
 * Signs in by a one-time link. The token is used up by the first call, whatever comes of it; the account itself is made
 * beforehand, by whoever invites.
 */
export const signInLink = () =>
  ({
    id: "sign-in-link",
    endpoints: {
      useSignInLink: createAuthEndpoint("/sign-in-link", { method: "POST", body: v.object({ token: v.pipe(v.string(), v.minLength(20), v.maxLength(100)), shared: v.boolean() }) }, async (ctx) => {
        const invitation = await ctx.context.internalAdapter.consumeVerificationValue(linkIdentifier(ctx.body.token));
        if (invitation === null) throw new APIError("UNAUTHORIZED", { code: "LINK_UNKNOWN" });
        const user = await ctx.context.internalAdapter.findUserById(invitation.value);
        if (user === null) throw new APIError("UNAUTHORIZED", { code: "LINK_UNKNOWN" });
        const session = await ctx.context.internalAdapter.createSession(user.id, ctx.body.shared, { cameBy: "link" }, true);
        await setSessionCookie(ctx, { session, user }, ctx.body.shared);
        return ctx.json({ person: user.id });
      }),
    },
  }) satisfies BetterAuthPlugin;
