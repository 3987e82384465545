# Varnish 7 with varnish-modules (xkey, var), in front of the portal. Tried with 7.1; tests/newsportal/pagecache run it.
#   varnishd -a :6081 -f /etc/varnish/varnish.vcl -s malloc,1G
# and FRONT_CACHES=varnish://127.0.0.1:6081 for the portal.
vcl 4.1;

import std;
import var;
import xkey;

backend default {
    .host = "127.0.0.1";
    .port = "8400";
    # The portal keeps /robots.txt: asked often, it tells whether the portal is up. It is down after four misses.
    .probe = { .url = "/robots.txt"; .interval = 3s; .timeout = 10s; .initial = 2; .window = 5; .threshold = 2; }
}

# Who may purge: the machines of the portal.
acl portal {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        if (client.ip !~ portal || !req.http.Purge-Keys) {
            return (synth(403));
        }
        # First the position, then the pages: what was made before this moment is not kept when it comes later.
        if (std.integer(req.http.Purge-Position, 0) > std.integer(var.global_get("purged"), 0)) {
            var.global_set("purged", req.http.Purge-Position);
        }
        set req.http.Purged = xkey.purge(req.http.Purge-Keys);
        return (synth(200, "Purged " + req.http.Purged));
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # The desk, and editors on the site. No other cookie matters to a page.
    if (req.url ~ "^/admin/" || req.http.Cookie ~ "(^|;)\s*sessionid=[a-z0-9]{32}(;|$)") {
        return (pass);
    }
    unset req.http.Cookie;
    # An hour-old page is better than none while the portal is down, and a minute's grace while it answers.
    if (std.healthy(req.backend_hint)) {
        set req.grace = 60s;
    }
    return (hash);
}

sub vcl_hash {
    # A query that has none of the parameters that a page reads splits no page. The portal gets the whole of it.
    if (req.url ~ "[?&](after|before|format|kind|language|maxheight|maxwidth|order|q|quote|replies|section|since|source|story|tag|until|url|year)=") {
        hash_data(req.url);
    } else {
        hash_data(regsub(req.url, "\?.*", ""));
    }
    hash_data(req.http.Host);
    return (lookup);
}

sub vcl_backend_response {
    if (!beresp.http.Surrogate-Key || beresp.http.Set-Cookie
        || std.integer(beresp.http.X-Page-Position, 0) < std.integer(var.global_get("purged"), 0)) {
        # No page for everyone, or one that was under way while something was purged.
        set beresp.uncacheable = true;
        set beresp.ttl = 0s;
        return (deliver);
    }
    set beresp.http.xkey = beresp.http.Surrogate-Key;
    set beresp.grace = 0s;
    if (beresp.http.Cache-Control ~ "stale-if-error=\d+") {
        set beresp.grace = 1d;
    }
    return (deliver);
}

sub vcl_deliver {
    # Nothing behind this cache can be told of a purge, so nothing behind it may keep a page without asking.
    if (resp.http.Surrogate-Key) {
        set resp.http.Cache-Control = "public, max-age=0, must-revalidate";
    }
    unset resp.http.Age;
    unset resp.http.Surrogate-Key;
    unset resp.http.X-Page-Position;
    unset resp.http.xkey;
    set resp.http.X-Cache = "MISS";
    if (obj.hits > 0) {
        set resp.http.X-Cache = "HIT";
    }
}
