# Varnish 7 in front of Courant. Start Courant with
#   TRUSTED_PROXIES=127.0.0.1 CDN_PURGE_URL=http://127.0.0.1:6081/ CDN_PURGE_METHOD=BAN
# and SITE_URL as readers know it; start Varnish with -a 127.0.0.1:6081 -f varnish.vcl
vcl 4.1;
import std;

backend default { .host = "127.0.0.1"; .port = "3000"; }
# Who may have pages forgotten.
acl courant { "127.0.0.1"; }

sub vcl_recv {
  if (req.method == "BAN") {
    if (client.ip !~ courant) { return (synth(403)); }
    if (std.ban("obj.http.surrogate-key ~ (^|\s)(" + regsuball(req.http.surrogate-key, " +", "|") + ")(\s|$)")) {
      return (synth(200));
    }
    return (synth(500, std.ban_error()));
  }
}

# The names are for Varnish alone, and only Varnish is told when a page changes.
sub vcl_deliver {
  unset resp.http.surrogate-key;
  unset resp.http.cache-tag;
  set resp.http.cache-control = regsub(resp.http.cache-control, "s-maxage=\d+", "must-revalidate");
}
