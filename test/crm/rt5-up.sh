#!/usr/bin/env bash
# Brings up a real Request Tracker 5 (Debian 12 package, SQLite, starlet) on a loopback port: one queue, one agent,
# customers, and tickets that hold customer mails, agent replies and internal comments. Three of them ask what the
# demo knowledge base (Larkfield Broadband) answers.
# Wants Debian 12 as root; installs without questions; may be run again (restarts, keeps its data).
#   RT5_PORT (8101)  RT5_HOME (/var/tmp/yesward-rt5)  RT5_ROOT_PW  RT5_AGENT_PW
#   rt5-up.sh         start
#   rt5-up.sh stop    stop
#   rt5-up.sh reset   stop and forget the data; the next start seeds it again
# Logins: root / rt5-e2e-pass (administrator)   agent / agent-e2e-pass (support agent)
set -euo pipefail
PORT=${RT5_PORT:-8101}
HOME_DIR=${RT5_HOME:-/var/tmp/yesward-rt5}
ROOT_PW=${RT5_ROOT_PW:-rt5-e2e-pass}
AGENT_PW=${RT5_AGENT_PW:-agent-e2e-pass}
PIDF=$HOME_DIR/rt5.pid
mkdir -p "$HOME_DIR"
say() { echo "[rt5 +${SECONDS}s] $*"; }

stop_rt() {
  if [ -s "$PIDF" ] && kill -0 "$(cat "$PIDF")" 2>/dev/null; then
    kill -- -"$(cat "$PIDF")" 2>/dev/null || kill "$(cat "$PIDF")" || true
    for _ in $(seq 50); do kill -0 "$(cat "$PIDF")" 2>/dev/null || break; sleep 0.1; done
  fi
  rm -f "$PIDF"
}
case "${1:-}" in
  stop) stop_rt; say stopped; exit 0 ;;
  reset) stop_rt; rm -rf "$HOME_DIR"; echo "[rt5] reset"; exit 0 ;;
esac

# ---------- 1. packages ------------------------------------------------------
if ! dpkg-query -W -f='${Status}' request-tracker5 2>/dev/null | grep -q 'install ok installed'; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends debconf-utils >/dev/null
  debconf-set-selections <<SEL
request-tracker5 request-tracker5/rtname string support.example
request-tracker5 request-tracker5/organization string support.example
request-tracker5 request-tracker5/correspondaddress string support@support.example
request-tracker5 request-tracker5/commentaddress string support-comment@support.example
request-tracker5 request-tracker5/webbaseurl string http://127.0.0.1:$PORT
request-tracker5 request-tracker5/webpath string
request-tracker5 request-tracker5/handle-siteconfig-permissions boolean true
request-tracker5 request-tracker5/install-cronjobs boolean false
request-tracker5 request-tracker5/dbconfig-install boolean false
request-tracker5 request-tracker5/initial-root-password password $ROOT_PW
dbconfig-common dbconfig-common/dbconfig-install boolean false
SEL
  # msmtp-mta only satisfies the mail-transport-agent dependency; RT never calls it.
  apt-get install -y -qq --no-install-recommends \
    request-tracker5 rt5-db-sqlite rt5-standalone msmtp-mta curl ca-certificates >"$HOME_DIR/apt.log" 2>&1 \
    || { tail -30 "$HOME_DIR/apt.log"; exit 1; }
fi
say "packages ready"

# ---------- 2. own site config + own database (nothing in /var/lib) ----------
mkdir -p "$HOME_DIR"/{db,log,mail,mason,session,conf}
cat > "$HOME_DIR/conf/RT_SiteConfig.pm" <<CFG
Set(\$rtname, 'support.example');
Set(\$Organization, 'support.example');
Set(\$CorrespondAddress, 'support\@support.example');
Set(\$CommentAddress, 'support-comment\@support.example');
Set(\$WebDomain, '127.0.0.1');
Set(\$WebPort, $PORT);
Set(\$WebBaseURL, 'http://127.0.0.1:$PORT');
Set(\$WebURL, 'http://127.0.0.1:$PORT/');
Set(\$WebPath, '');
Set(\$DatabaseType, 'SQLite');
Set(\$DatabaseName, '$HOME_DIR/db/rt5.sqlite');
Set(\$MailCommand, 'testfile');          # no mail ever leaves the machine
Set(\$WebSessionClass, 'Apache::Session::File');
Set(\$LogToFile, 'info'); Set(\$LogDir, '$HOME_DIR/log'); Set(\$LogToSyslog, undef); Set(\$LogToSTDERR, 'warning');
Set(\$Timezone, 'UTC');
Set(\$ShowHistory, 'always');            # whole history in the first HTML ('delay' = AJAX, 'scroll' = infinite scroll)
Set(\$MessageBoxRichText, 1);
Set(\$MessageBoxRichTextHeight, 200);
Set(\$StatementLog, undef);
1;
CFG
export RT_SITE_CONFIG_DIR="$HOME_DIR/conf" RT_SITE_CONFIG="$HOME_DIR/conf/RT_SiteConfig.pm" TMPDIR="$HOME_DIR/mail"
RTLIB="-I/usr/local/share/request-tracker5/lib -I/usr/share/request-tracker5/lib"

if [ ! -s "$HOME_DIR/db/.seeded" ]; then
  rm -f "$HOME_DIR"/db/rt5.sqlite
  /usr/sbin/rt-setup-database-5 --action init --skip-create \
     >"$HOME_DIR/log/setup.log" 2>&1 || { tail -30 "$HOME_DIR/log/setup.log"; exit 1; }
fi
say "database ready"

# ---------- 3. seed (perl API + the real mail gateway code path) --------------
if [ ! -s "$HOME_DIR/db/.seeded" ]; then
cat > "$HOME_DIR/seed.pl" <<'PERL'
use strict; use warnings; use utf8;
use RT; RT->LoadConfig; RT->Init;
use RT::Interface::Email; use RT::User; use RT::Group; use RT::Queue; use RT::Ticket; use RT::CurrentUser; use MIME::Entity;
binmode STDOUT, ':utf8';
my $sys = RT->SystemUser;
sub ok { my ($r,$m)=@_; die "seed: $m\n" unless $r; $r }

# root password
my $root = RT::User->new($sys); $root->Load('root');
$root->SetPassword($ENV{ROOT_PW}) ;
$root->SetEmailAddress('root@support.example');

# queue
my $q = RT::Queue->new($sys);
ok($q->Create(Name=>'Support', Description=>'Customer support', CorrespondAddress=>'support@support.example', CommentAddress=>'support-comment@support.example'));

# agent + group + rights
my $agent = RT::User->new($sys);
ok($agent->Create(Name=>'agent', RealName=>'Alex Agent', EmailAddress=>'alex.agent@support.example', Password=>$ENV{AGENT_PW}, Privileged=>1, Lang=>'en'));
my $g = RT::Group->new($sys);
ok($g->CreateUserDefinedGroup(Name=>'Support agents', Description=>'Support agents'));
$g->AddMember($agent->PrincipalId);
$g->PrincipalObj->GrantRight(Right=>$_, Object=>$RT::System) for qw(ShowTicket ShowTicketComments SeeQueue ReplyToTicket CommentOnTicket CreateTicket ModifyTicket OwnTicket TakeTicket StealTicket ShowOutgoingEmail SeeCustomField ModifyCustomField Watch WatchAsAdminCc ModifySelf ShowHistory ExecuteCode CreateSavedSearch LoadSavedSearch ShowSavedSearches EditSavedSearches SeeDashboard SeeOwnDashboard SeeGroup);
my $everyone = RT::Group->new($sys); $everyone->LoadSystemInternalGroup('Everyone');
$everyone->PrincipalObj->GrantRight(Right=>$_, Object=>$q) for qw(CreateTicket ReplyToTicket SeeQueue);
my $req = RT::Group->new($sys); $req->LoadRoleGroup(Object=>$RT::System, Name=>'Requestor');
$req->PrincipalObj->GrantRight(Right=>'ShowTicket', Object=>$RT::System) if $req->Id;

# custom field "Tags" (free-form, many values)
require RT::CustomField;
my $cf = RT::CustomField->new($sys);
ok($cf->Create(Name=>'Tags', Type=>'FreeformMultiple', LookupType=>'RT::Queue-RT::Ticket', Description=>'Tags', MaxValues=>0));
$cf->AddToObject($q);
$g->PrincipalObj->GrantRight(Right=>$_, Object=>$cf) for qw(SeeCustomField ModifyCustomField);

sub mail_in {   # a customer's mail, through RT's mail gateway
    my (%a)=@_;
    my $subj = $a{id} ? "Re: [support.example #$a{id}] $a{subject}" : $a{subject};
    my $m = MIME::Entity->build(Type=>'multipart/alternative', From=>$a{from}, To=>'support@support.example', Subject=>Encode::encode('MIME-Header',$subj), 'Message-ID'=>"<$a{mid}\@mail.example>", Charset=>'utf-8');
    $m->attach(Type=>'text/plain', Charset=>'utf-8', Encoding=>'8bit', Data=>Encode::encode('UTF-8',$a{text}));
    if ($a{plain}) { $m = MIME::Entity->build(Type=>'text/plain', Charset=>'utf-8', Encoding=>'8bit', From=>$a{from}, To=>'support@support.example', Subject=>Encode::encode('MIME-Header',$subj), 'Message-ID'=>"<$a{mid}\@mail.example>", Data=>Encode::encode('UTF-8',$a{text})); }
    (my $h = $a{html} // join '', map { my $p=$_; $p =~ s/&/&amp;/g; $p=~s/</&lt;/g; $p=~s/\n/<br>/g; "<p>$p</p>" } split /\n\n/, $a{text});
    $m->attach(Type=>'text/html', Charset=>'utf-8', Encoding=>'8bit', Data=>Encode::encode('UTF-8',$h)) unless $a{plain};
    my ($status,$err,$t) = RT::Interface::Email::Gateway({ message=>$m->as_string, queue=>'Support', action=>'correspond' });
    die "gateway: $err\n" unless $status == 1;
    return $t;
}
my $acu = RT::CurrentUser->new; $acu->Load('agent');
sub agent_do {
    my ($id,$kind,$html)=@_;
    my $t = RT::Ticket->new($acu); $t->Load($id);
    my $m = MIME::Entity->build(Type=>'text/html', Charset=>'UTF-8', Encoding=>'8bit', Data=>Encode::encode('UTF-8',$html), From=>'alex.agent@support.example');
    my ($ok,$msg) = $kind eq 'comment' ? $t->Comment(MIMEObj=>$m) : $t->Correspond(MIMEObj=>$m);
    die "$kind: $msg\n" unless $ok;
    $t;
}

# ---- ticket 1: double charge, long thread
my $t = mail_in(from=>'"Marta Nowak" <marta.nowak@customer.example>', mid=>'m1', subject=>'Charged twice for order 48213',
  text=>"Hello,\n\nI was charged twice for order 48213 on 3 March: two payments of 89.90 EUR from my card ending in 4410.\n\nPlease refund one of them. I attached nothing because your form did not let me.\n\nMarta Nowak\n+48 600 100 200");
my $id1=$t->Id;
agent_do($id1,'comment','<p>Checked the payment log: both captures went through (auth 991 and 994). Second one looks like the retry bug from last week. <strong>Do not tell the customer about the bug.</strong></p>');
agent_do($id1,'correspond','<p>Hello Marta,</p><p>Thank you for writing to us and sorry about this. I can see both payments of 89.90 EUR. Could you confirm that the two lines on your statement show the <em>same</em> date?</p><p>Best regards,<br>Alex</p>');
mail_in(id=>$id1, from=>'"Marta Nowak" <marta.nowak@customer.example>', mid=>'m2', subject=>'Charged twice for order 48213',
  text=>"Yes, both say 3 March. My bank says only the shop can give it back.\n\nWhen will I have the money?\n\nOn Tue, Alex Agent via RT wrote:\n> Hello Marta,\n> Thank you for writing to us and sorry about this. I can see both payments",
  html=>"<div>Yes, both say 3 March. My bank says only the shop can give it back.</div><div><br></div><div>When will I have the money?</div><div class=\"gmail_quote\"><div>On Tue, Alex Agent via RT wrote:</div><blockquote type=\"cite\"><p>Hello Marta,</p><p>Thank you for writing to us and sorry about this. I can see both payments</p></blockquote></div>");
{ my $x=RT::Ticket->new($sys); $x->Load($id1); $x->SetOwner($agent->Id); $x->SetStatus('open'); $x->AddCustomFieldValue(Field=>$cf->Id, Value=>$_) for qw(billing duplicate-charge refund); }

# ---- ticket 2: password reset, one unanswered mail, other alphabet
$t = mail_in(from=>'"Дмитро Шевченко" <d.shevchenko@customer.example>', mid=>'m3', subject=>'Не приходить лист для зміни пароля / password reset mail never arrives',
  text=>"Добрий день!\n\nI asked for the password reset three times today (09:10, 09:25, 11:02) and no mail came, also not in spam.\n\nMy login is d.shevchenko. I use Firefox 128 on Linux.\n\nThanks,\nДмитро");
my $id2=$t->Id;
{ my $x=RT::Ticket->new($sys); $x->Load($id2); $x->AddCustomFieldValue(Field=>$cf->Id, Value=>$_) for qw(login password); }

# ---- ticket 3: delivery, angry customer, two agents' notes, a table and links
$t = mail_in(from=>'"Jonas Weber" <jonas.weber@customer.example>', mid=>'m4', subject=>'Parcel 00340434 still not here after 12 days!',
  text=>"This is the THIRD time I write.\n\nParcel 00340434161094000000 has been \"in transit\" since 21 February. I want either the coffee grinder (model CG-200, black) or my 129 EUR back by Friday.\n\nIf nobody answers I will go to the consumer centre.\n\nJ. Weber",
  html=>"<p>This is the <b>THIRD</b> time I write.</p><p>Parcel <a href=\"https://track.example/00340434161094000000\">00340434161094000000</a> has been &quot;in transit&quot; since 21 February. I want either the coffee grinder (model CG-200, black) or my 129 EUR back by Friday.</p><table border=1><tr><th>Date</th><th>Scan</th></tr><tr><td>21 Feb</td><td>Depot Hagen</td></tr><tr><td>24 Feb</td><td>Depot Hagen</td></tr></table><p>If nobody answers I will go to the consumer centre.</p><p>J. Weber</p>");
my $id3=$t->Id;
agent_do($id3,'correspond','<p>Dear Mr Weber,</p><p>I am sorry that you had to write three times. I opened a trace with the carrier today and will have their answer by Wednesday.</p><p>Kind regards,<br>Alex</p>');
agent_do($id3,'comment','<p>Carrier: parcel lost in Hagen, claim no. 77-1209. Refund allowed without return (policy: lost parcel &gt; 10 days).</p>');
mail_in(id=>$id3, from=>'"Jonas Weber" <jonas.weber@customer.example>', mid=>'m5', subject=>'Parcel 00340434 still not here after 12 days!',
  text=>"It is Wednesday evening. Any news? I prefer the refund now.");
{ my $x=RT::Ticket->new($sys); $x->Load($id3); $x->SetOwner($agent->Id); $x->SetPriority(80); $x->AddCustomFieldValue(Field=>$cf->Id, Value=>$_) for qw(delivery lost-parcel complaint); }

# ---- tickets 4 to 6: broadband, answered by the demo knowledge base
$t = mail_in(from=>'"Priya Raman" <priya.raman@customer.example>', mid=>'m6', plain=>1, subject=>'Wi-Fi is very slow upstairs since I got the new router',
  text=>"Hello,\n\nMy new Larkfield router arrived last week. Downstairs a speed test shows about 90 Mbps, but upstairs the Wi-Fi drops to 4 Mbps in the evening and video calls freeze.\n\nI have already restarted the router twice and moved it out of the cupboard. Is there a setting for the Wi-Fi channel, or do I need a booster?\n\nThanks,\nPriya Raman\n\n-- \nSent from my phone");
my $id4=$t->Id;
{ my $x=RT::Ticket->new($sys); $x->Load($id4); $x->SetOwner($agent->Id); $x->AddCustomFieldValue(Field=>$cf->Id, Value=>$_) for qw(wifi slow-speed router); }

$t = mail_in(from=>'"Owen Brady" <owen.brady@customer.example>', mid=>'m7', subject=>'Bill is higher than usual this month, and can I have a refund?',
  text=>"Hi,\n\nMy broadband bill is 61.40 this month and it was 38.00 before. I did not change anything. Why did my bill go up?\n\nIf this is a mistake I would like a refund to my bank account.\n\nOwen");
my $id5=$t->Id;
agent_do($id5,'comment','<p>Contract term ended on the 2nd, so the introductory discount stopped. No billing error found so far.</p>');
agent_do($id5,'correspond','<p>Hi Owen,</p><p>Thank you for asking. I am looking at your last two bills now. Do you pay by direct debit or by card?</p><p>Best regards,<br>Alex</p>');
mail_in(id=>$id5, from=>'"Owen Brady" <owen.brady@customer.example>', mid=>'m8', subject=>'Bill is higher than usual this month, and can I have a refund?',
  text=>"By direct debit. When would the refund reach my account?\n\nOn Mon, Alex Agent via RT wrote:\n> Hi Owen,\n> Thank you for asking. I am looking at your last two bills now.",
  html=>"<div>By direct debit. When would the refund reach my account?</div><div class=\"gmail_quote\"><div>On Mon, Alex Agent via RT wrote:</div><blockquote type=\"cite\"><p>Hi Owen,</p><p>Thank you for asking. I am looking at your last two bills now.</p></blockquote></div>");
{ my $x=RT::Ticket->new($sys); $x->Load($id5); $x->SetOwner($agent->Id); $x->SetStatus('open'); $x->AddCustomFieldValue(Field=>$cf->Id, Value=>$_) for qw(billing refund); }

$t = mail_in(from=>'"Hannah Osei" <hannah.osei@customer.example>', mid=>'m9', plain=>1, subject=>'Moving home on the 14th, how do I take my broadband with me?',
  text=>"Good morning,\n\nWe are moving home on the 14th. Can we take our broadband and our phone number to the new address, how long does it take, and is there a fee?\n\nDo we take the router with us or send it back?\n\nKind regards,\nHannah Osei");
my $id6=$t->Id;
{ my $x=RT::Ticket->new($sys); $x->Load($id6); $x->AddCustomFieldValue(Field=>$cf->Id, Value=>$_) for qw(moving-home router); }
print "tickets: $id1 $id2 $id3 $id4 $id5 $id6\n";
PERL
  ROOT_PW="$ROOT_PW" AGENT_PW="$AGENT_PW" perl $RTLIB "$HOME_DIR/seed.pl" 2>"$HOME_DIR/log/seed.err" | tee "$HOME_DIR/db/.seeded.tmp" \
    || { tail -20 "$HOME_DIR/log/seed.err"; exit 1; }
  mv "$HOME_DIR/db/.seeded.tmp" "$HOME_DIR/db/.seeded"
fi
say "seeded: $(cat "$HOME_DIR/db/.seeded")"

# ---------- 4. server ---------------------------------------------------------
stop_rt
setsid nohup perl $RTLIB /usr/share/request-tracker5/libexec/rt-server --host 127.0.0.1 --port "$PORT" --max-workers 3 \
   >"$HOME_DIR/log/server.log" 2>&1 < /dev/null &
echo $! > "$PIDF"
for _ in $(seq 120); do
  curl -fsS -o /dev/null "http://127.0.0.1:$PORT/" 2>/dev/null && break; sleep 0.25
done
curl -fsS -o /dev/null "http://127.0.0.1:$PORT/" || { tail -20 "$HOME_DIR/log/server.log"; exit 1; }
say "up: http://127.0.0.1:$PORT/  root/$ROOT_PW  agent/$AGENT_PW  (pid $(cat "$PIDF"))"
