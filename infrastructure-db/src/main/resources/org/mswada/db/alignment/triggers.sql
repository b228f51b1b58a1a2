select 'trigger' as kind, quote_ident(t.tgname) || ' on ' || t.tgrelid::regclass as name,
    (case c.relkind when 'v' then 'view ' else 'table ' end) || t.tgrelid::regclass as parent,
    concat_ws(', ',
    pg_get_triggerdef(t.oid, true),
    case t.tgenabled when 'D' then 'disabled' when 'R' then 'enabled on replicas only' when 'A' then 'enabled always' end
) as definition
from pg_trigger t
join pg_class c on c.oid = t.tgrelid
where c.relnamespace = current_schema()::regnamespace and not t.tgisinternal
and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
union all
select 'rule', quote_ident(r.rulename) || ' on ' || r.ev_class::regclass,
    (case c.relkind when 'v' then 'view ' else 'table ' end) || r.ev_class::regclass,
    concat_ws(', ',
    pg_get_ruledef(r.oid, true),
    case r.ev_enabled when 'D' then 'disabled' when 'R' then 'enabled on replicas only' when 'A' then 'enabled always' end)
from pg_rewrite r
join pg_class c on c.oid = r.ev_class
where c.relnamespace = current_schema()::regnamespace and r.rulename <> '_RETURN'
and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
union all
select 'policy', quote_ident(p.polname) || ' on ' || p.polrelid::regclass, 'table ' || p.polrelid::regclass,
    concat_ws(', ',
    case when p.polpermissive then 'permissive' else 'restrictive' end,
    'for ' || case p.polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update'
        else 'delete' end,
    (select 'to ' || string_agg(case role when 0 then 'public' else role::regrole::text end, ', ' order by role::regrole::text)
     from unnest(p.polroles) role),
    'using (' || pg_get_expr(p.polqual, p.polrelid, true) || ')',
    'with check (' || pg_get_expr(p.polwithcheck, p.polrelid, true) || ')')
from pg_policy p
join pg_class c on c.oid = p.polrelid
where c.relnamespace = current_schema()::regnamespace
union all
select 'event trigger', quote_ident(t.evtname), null, concat_ws(', ',
    'on ' || t.evtevent,
    'for ' || array_to_string(t.evttags, ', '),
    'runs ' || t.evtfoid::regprocedure,
    case t.evtenabled when 'D' then 'disabled' when 'R' then 'enabled on replicas only' when 'A' then 'enabled always' end)
from pg_event_trigger t
where not exists (select from pg_depend d where d.classid = 'pg_event_trigger'::regclass and d.objid = t.oid
    and d.deptype = 'e')
